package framing.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import framing.UserFacingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {
    /** A hundred units in ten documents of ten. */
    private static final List<String> TEN_DOCUMENTS =
            IntStream.range(0, 100).mapToObj(unit -> "d" + unit / 10).toList();

    private static Set<String> groups(List<String> groups, List<Integer> units) {
        Set<String> found = new HashSet<>();
        units.forEach(unit -> found.add(groups.get(unit)));
        return found;
    }

    private static List<Integer> all(Split split) {
        List<Integer> all = new ArrayList<>(split.train());
        all.addAll(split.development());
        all.addAll(split.test());
        Collections.sort(all);
        return all;
    }

    static void assertNothingLeaks(List<String> groups, Split split) {
        assertThat(all(split))
                .isEqualTo(IntStream.range(0, groups.size()).boxed().toList());
        assertThat(Collections.disjoint(groups(groups, split.train()), groups(groups, split.development())))
                .isTrue();
        assertThat(Collections.disjoint(groups(groups, split.train()), groups(groups, split.test())))
                .isTrue();
        assertThat(Collections.disjoint(groups(groups, split.development()), groups(groups, split.test())))
                .isTrue();
    }

    @Test
    void whole_documents_fill_the_shares() {
        Split split = Split.byGroup(TEN_DOCUMENTS, 0.1, 0.2, 1);

        assertThat(split.development()).hasSize(10);
        assertThat(split.test()).hasSize(20);
        assertThat(split.train()).hasSize(70);
        assertNothingLeaks(TEN_DOCUMENTS, split);
    }

    @Test
    void a_share_of_nothing_takes_nothing() {
        Split split = Split.byGroup(TEN_DOCUMENTS, 0, 0, 1);

        assertThat(split.development()).isEmpty();
        assertThat(split.test()).isEmpty();
        assertNothingLeaks(TEN_DOCUMENTS, split);
        assertThat(Split.folds(TEN_DOCUMENTS, 5, 0, 1)).allSatisfy(fold -> {
            assertThat(fold.development()).isEmpty();
            assertThat(fold.train()).hasSize(80);
            assertNothingLeaks(TEN_DOCUMENTS, fold);
        });
    }

    @Test
    void the_seed_decides() {
        Split split = Split.byGroup(TEN_DOCUMENTS, 0.2, 0.2, 7);

        assertThat(Split.byGroup(TEN_DOCUMENTS, 0.2, 0.2, 7)).isEqualTo(split);
        assertThat(Split.byGroup(TEN_DOCUMENTS, 0.2, 0.2, 8)).isNotEqualTo(split);
    }

    @Test
    void one_large_document_does_not_swallow_the_rest() {
        List<String> groups = new ArrayList<>(Collections.nCopies(90, "large"));
        groups.addAll(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"));
        for (long seed = 0; seed < 20; seed++) {
            assertNothingLeaks(groups, Split.byGroup(groups, 0.1, 0.1, seed));
        }
    }

    @Test
    void two_groups_cannot_be_split_in_three() {
        assertThatThrownBy(() -> Split.byGroup(List.of("a", "a", "b"), 0.1, 0.1, 1))
                .isInstanceOf(UserFacingException.class)
                .hasMessage("The labels fall into 2 group(s), but a split that leaks nothing needs at least 3.");
    }

    @Test
    void each_unit_is_tested_by_one_fold() {
        List<Split> folds = Split.folds(TEN_DOCUMENTS, 5, 0.1, 1);

        List<Integer> tested = new ArrayList<>();
        for (Split fold : folds) {
            assertNothingLeaks(TEN_DOCUMENTS, fold);
            assertThat(fold.test()).hasSize(20);
            assertThat(fold.development()).hasSize(10);
            tested.addAll(fold.test());
        }
        Collections.sort(tested);
        assertThat(folds).hasSize(5);
        assertThat(tested).isEqualTo(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void the_folds_are_the_same_for_a_seed() {
        assertThat(Split.folds(TEN_DOCUMENTS, 3, 0.1, 4)).isEqualTo(Split.folds(TEN_DOCUMENTS, 3, 0.1, 4));
    }

    @Test
    void more_folds_than_groups_are_refused() {
        assertThatThrownBy(() -> Split.folds(TEN_DOCUMENTS, 11, 0.1, 1))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("10 group(s)")
                .hasMessageContaining("at least 11");
    }

    @Test
    void two_folds_of_two_groups_are_refused_for_nothing_would_be_left_to_train() {
        assertThatThrownBy(() -> Split.folds(List.of("a", "b"), 2, 0.1, 1)).isInstanceOf(UserFacingException.class);
    }

    @Test
    void two_folds_of_three_groups_are_refused_for_one_of_them_leaves_a_single_group() {
        assertThatThrownBy(() -> Split.folds(List.of("a", "b", "c"), 2, 0.1, 1))
                .isInstanceOf(UserFacingException.class)
                .hasMessageStartingWith("Of 2 folds one holds all groups but one");
    }

    @Test
    void three_folds_of_three_groups_leave_something_to_train_in_each() {
        for (Split fold : Split.folds(List.of("a", "b", "c"), 3, 0.1, 1)) {
            assertThat(fold.train()).hasSize(1);
        }
    }
}
