package framing.codebook;

import static framing.codebook.SplitTest.assertNothingLeaks;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SplitPropertyTest {
    @Property(tries = 300)
    void every_unit_is_on_one_side_and_no_group_on_two_and_shares_are_within_a_group(
            @ForAll @Size(min = 20, max = 200) List<@IntRange(min = 0, max = 12) Integer> members,
            @ForAll @IntRange(min = 1, max = 40) int percent,
            @ForAll long seed) {
        List<String> groups = members.stream().map(member -> "g" + member).toList();
        if (new HashSet<>(groups).size() < 3) {
            return;
        }
        Split split = Split.byGroup(groups, percent / 100.0, percent / 100.0, seed);

        assertNothingLeaks(groups, split);
        int largest = groups.stream()
                .mapToInt(group -> Collections.frequency(groups, group))
                .max()
                .orElseThrow();
        assertThat(split.train()).isNotEmpty();
        assertThat(split.development()).isNotEmpty();
        assertThat(split.test()).isNotEmpty();
        double wanted = percent / 100.0 * groups.size();
        assertThat((double) split.development().size()).isLessThanOrEqualTo(wanted + largest);
        assertThat((double) split.test().size()).isLessThanOrEqualTo(wanted + largest);
    }
}
