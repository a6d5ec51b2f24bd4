package framing.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachingEncoderTest {
    private static final long PLENTY = 1 << 20;
    /** A key, two counts and three numbers of four bytes. */
    private static final int ENTRY = 16 + 8 + 3 * 4;

    @TempDir
    Path folder;

    private final LetterEncoder letters = new LetterEncoder();
    private final List<String> warnings = new ArrayList<>();

    private CachingEncoder open(long bound) {
        return new CachingEncoder(letters, VectorCache.open(folder.resolve("cache"), bound, warnings::add));
    }

    private static List<List<String>> article(String... sentences) {
        return List.of(List.of(sentences));
    }

    private long bytes() {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_was_read_once_is_not_read_again() {
        try (CachingEncoder encoder = open(PLENTY)) {
            List<float[][]> first = encoder.encode(article("abba", "c"));
            List<float[][]> second = encoder.encode(article("abba", "c"));

            assertThat(first.get(0)).isDeepEqualTo(new float[][] {{2, 2, 0}, {0, 0, 1}});
            assertThat(second.get(0)).isDeepEqualTo(first.get(0));
            assertThat(letters.read()).containsExactly(List.of("abba", "c"));
            assertThat(encoder.card()).isEqualTo(LetterEncoder.CARD);
        }
    }

    @Test
    void only_what_is_missing_is_read_and_the_order_is_kept() {
        try (CachingEncoder encoder = open(PLENTY)) {
            encoder.encode(article("b"));
            List<float[][]> vectors = encoder.encode(List.of(List.of("a"), List.of("b"), List.of(), List.of("c")));

            assertThat(letters.read()).containsExactly(List.of("b"), List.of("a"), List.of("c"));
            assertThat(vectors.get(0)[0]).containsExactly(1, 0, 0);
            assertThat(vectors.get(1)[0]).containsExactly(0, 1, 0);
            assertThat(vectors.get(2)).isEmpty();
            assertThat(vectors.get(3)[0]).containsExactly(0, 0, 1);
        }
    }

    @Test
    void where_one_sentence_ends_and_the_next_begins_matters() {
        try (CachingEncoder encoder = open(PLENTY)) {
            encoder.encode(article("ab", "c"));

            assertThat(encoder.encode(article("a", "bc")).get(0)).isDeepEqualTo(new float[][] {{1, 0, 0}, {0, 1, 1}});
        }
    }

    @Test
    void another_way_of_reading_is_another_entry() {
        LetterEncoder prefixed = new LetterEncoder(new EncoderCard(
                "letters", "0".repeat(64), "1".repeat(64), "query: ", List.of(1), 3, Reading.ONE_BY_ONE));
        try (CachingEncoder encoder = open(PLENTY)) {
            encoder.encode(article("a"));
        }
        try (var encoder =
                new CachingEncoder(prefixed, VectorCache.open(folder.resolve("cache"), PLENTY, warnings::add))) {
            encoder.encode(article("a"));
        }
        assertThat(prefixed.read()).hasSize(1);
    }

    @Test
    void entries_survive_closing_and_opening() {
        try (CachingEncoder encoder = open(PLENTY)) {
            encoder.encode(List.of(List.of("a", "b"), List.of("c")));
        }
        try (CachingEncoder encoder = open(PLENTY)) {
            assertThat(encoder.encode(article("a", "b")).get(0)).isDeepEqualTo(new float[][] {{1, 0, 0}, {0, 1, 0}});
            assertThat(encoder.encode(article("c")).get(0)).isDeepEqualTo(new float[][] {{0, 0, 1}});
        }
        assertThat(letters.read()).hasSize(2);
        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12, 13, 23, 35})
    void a_last_entry_that_was_cut_off_is_ignored_and_written_anew(int lost) throws IOException {
        try (CachingEncoder encoder = open(PLENTY)) {
            encoder.encode(article("a"));
            encoder.encode(article("b"));
        }
        Path file = folder.resolve("cache/vectors.bin");
        byte[] whole = Files.readAllBytes(file);
        assertThat(whole).hasSize(2 * ENTRY);
        Files.write(file, Arrays.copyOf(whole, whole.length - lost));
        try (CachingEncoder encoder = open(PLENTY)) {
            assertThat(encoder.encode(article("a")).get(0)[0]).containsExactly(1, 0, 0);
            assertThat(encoder.encode(article("b")).get(0)[0]).containsExactly(0, 1, 0);
        }
        assertThat(letters.read()).containsExactly(List.of("a"), List.of("b"), List.of("b"));
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }

    @Test
    void a_file_of_something_else_is_ignored() throws IOException {
        Files.createDirectories(folder.resolve("cache"));
        byte[] noise = new byte[500];
        Arrays.fill(noise, (byte) 0xFF);
        Files.write(folder.resolve("cache/vectors.bin"), noise);
        Files.writeString(folder.resolve("cache/vectors.old.bin"), "some notes of mine, kept here by mistake");
        try (CachingEncoder encoder = open(PLENTY)) {
            assertThat(encoder.encode(article("a")).get(0)[0]).containsExactly(1, 0, 0);
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void the_bound_holds_whatever_is_read() {
        long bound = 6 * ENTRY;
        try (CachingEncoder encoder = open(bound)) {
            for (int i = 0; i < 50; i++) {
                encoder.encode(article("a".repeat(i)));
                assertThat(bytes()).isLessThanOrEqualTo(bound);
            }
        }
        assertThat(bytes()).isGreaterThan(bound / 3);
        assertThat(warnings).isEmpty();
    }

    @Test
    void an_article_beyond_the_bound_is_read_and_not_kept() {
        String[] sentences = new String[20];
        Arrays.fill(sentences, "a");
        try (CachingEncoder encoder = open(2 * ENTRY)) {
            assertThat(encoder.encode(article(sentences)).get(0)).hasDimensions(20, 3);
            assertThat(bytes()).isLessThanOrEqualTo(2 * ENTRY);
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void what_is_in_use_stays_while_the_rest_is_dropped() {
        try (CachingEncoder encoder = open(6 * ENTRY)) {
            for (int i = 0; i < 20; i++) {
                encoder.encode(article("b"));
                encoder.encode(article("a".repeat(i + 1)));
            }
        }
        assertThat(letters.read().stream().filter(article -> article.equals(List.of("b"))))
                .hasSize(1);
    }

    @Test
    void a_second_run_at_the_same_time_works_without_the_cache_and_says_so_once() {
        try (CachingEncoder first = open(PLENTY);
                CachingEncoder second = open(PLENTY)) {
            first.encode(article("a"));
            second.encode(article("a"));
            second.encode(article("a"));
        }
        assertThat(letters.read()).hasSize(3);
        assertThat(warnings)
                .containsExactly(
                        "Going on without the cache in " + folder.resolve("cache") + ": another run is using it.");
        try (CachingEncoder third = open(PLENTY)) {
            third.encode(article("a"));
        }
        assertThat(letters.read()).hasSize(3);
    }

    @Test
    void a_folder_that_cannot_be_made_is_told_once_and_reading_goes_on() throws IOException {
        Files.writeString(folder.resolve("cache"), "a file stands here");
        try (CachingEncoder encoder = open(PLENTY)) {
            assertThat(encoder.encode(article("a")).get(0)[0]).containsExactly(1, 0, 0);
            encoder.encode(article("a"));
        }
        assertThat(letters.read()).hasSize(2);
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0)).startsWith("Going on without the cache in " + folder.resolve("cache") + ": ");
    }

    @Test
    void a_file_that_cannot_be_opened_is_told_once_and_reading_goes_on() throws IOException {
        Files.createDirectories(folder.resolve("cache/vectors.bin"));
        try (CachingEncoder encoder = open(PLENTY)) {
            encoder.encode(article("a"));
            encoder.encode(article("a"));
        }
        assertThat(letters.read()).hasSize(2);
        assertThat(warnings).hasSize(1);
    }

    @Test
    void a_file_that_shrinks_behind_its_back_does_no_harm() throws IOException {
        try (CachingEncoder encoder = open(PLENTY)) {
            encoder.encode(article("a"));
            try (var channel = FileChannel.open(folder.resolve("cache/vectors.bin"), StandardOpenOption.WRITE)) {
                channel.truncate(ENTRY - 4);
            }
            assertThat(encoder.encode(article("a")).get(0)[0]).containsExactly(1, 0, 0);
        }
        assertThat(letters.read()).hasSize(2);
        assertThat(warnings).hasSize(1);
    }

    @Test
    void numbers_are_kept_to_the_last_bit() {
        VectorCache cache = VectorCache.open(folder, PLENTY, warnings::add);
        float[][] vectors = {{Float.MIN_VALUE, -0f, (float) Math.PI}};
        try (cache) {
            ByteBuffer key = VectorCache.key(LetterEncoder.CARD, List.of(MarkedSentence.plain("x")));
            cache.put(key, vectors);
            float[] read = cache.get(key)[0];
            for (int i = 0; i < 3; i++) {
                assertThat(Float.floatToRawIntBits(read[i])).isEqualTo(Float.floatToRawIntBits(vectors[0][i]));
            }
            assertThat(read[2]).isCloseTo(3.14159f, within(1e-5f));
        }
    }
}
