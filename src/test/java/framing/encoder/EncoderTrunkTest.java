package framing.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncoderTrunkTest {
    private static final List<String> SENTENCES =
            List.of("The ministry denied it.", "Two people were hurt.", "The ministry denied it.");

    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    private List<float[]> states(int depth, List<String> sentences, @Nullable VectorCache cache) {
        try (EncoderTrunk trunk = EncoderTrunk.open(depth, "", Reading.ONE_BY_ONE, cache)) {
            List<Window> windows = sentences.stream()
                    .flatMap(text -> trunk.windows(List.of(MarkedSentence.plain(text))).stream())
                    .toList();
            return trunk.states(windows, 2);
        }
    }

    private VectorCache cache() {
        return VectorCache.open(folder, 1 << 22, warnings::add);
    }

    private long bytes() throws IOException {
        return Files.size(folder.resolve("vectors.bin"));
    }

    @Test
    void states_that_were_kept_are_those_that_are_read_to_the_last_bit() throws IOException {
        List<float[]> read = states(1, SENTENCES, null);
        List<float[]> kept = states(1, SENTENCES, cache());
        long after = bytes();
        List<float[]> found = states(1, SENTENCES, cache());

        for (int window = 0; window < SENTENCES.size(); window++) {
            assertThat(kept.get(window)).isEqualTo(read.get(window)).hasSizeGreaterThan(6 * 384);
            assertThat(found.get(window)).isEqualTo(read.get(window));
        }
        assertThat(bytes()).as("nothing was read again").isEqualTo(after);
        assertThat(warnings).isEmpty();
    }

    @Test
    void only_new_windows_are_read_and_another_depth_is_another_matter() throws IOException {
        states(1, SENTENCES.subList(0, 1), cache());
        long one = bytes();
        List<float[]> both = states(1, SENTENCES.subList(0, 2), cache());
        long two = bytes();
        List<float[]> deeper = states(2, SENTENCES.subList(0, 1), cache());

        assertThat(both.get(1))
                .isEqualTo(states(1, SENTENCES.subList(1, 2), null).get(0));
        assertThat(two).isGreaterThan(one).isLessThan(3 * one);
        assertThat(deeper.get(0)).isNotEqualTo(both.get(0));
        assertThat(bytes()).isEqualTo(two + one);
    }
}
