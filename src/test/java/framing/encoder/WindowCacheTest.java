package framing.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import framing.encoder.Window.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowCacheTest {
    private static Window window(long token) {
        return new Window(new long[] {101, token, 102}, List.of(new Tokens(0, 3)), List.of(List.of()));
    }

    @Test
    void an_equal_window_is_known_and_another_cut_of_the_same_tokens_is_not() {
        WindowCache cache = new WindowCache(1 << 20);
        float[][] vectors = {{1, 2}};
        cache.put(window(7), vectors);

        assertThat(cache.get(window(7))).isSameAs(vectors);
        assertThat(cache.get(window(8))).isNull();
        long[] tokens = {101, 7, 102};
        assertThat(cache.get(
                        new Window(tokens, List.of(new Tokens(0, 2), new Tokens(2, 3)), List.of(List.of(), List.of()))))
                .isNull();
        assertThat(cache.get(new Window(tokens, List.of(new Tokens(0, 3)), List.of(List.of(new Tokens(1, 2))))))
                .isNull();
    }

    @Test
    void the_bound_holds_and_what_is_in_use_stays() {
        WindowCache cache = new WindowCache(10_000);
        for (int token = 0; token < 1000; token++) {
            cache.put(window(token), new float[][] {new float[100]});
            assertThat(cache.get(window(0))).isNotNull();
            assertThat(cache.bytes()).isLessThanOrEqualTo(10_000);
        }
        assertThat(cache.bytes()).isGreaterThan(9_000);
        assertThat(cache.get(window(1))).isNull();
        assertThat(cache.get(window(999))).isNotNull();
    }

    @Test
    void repeated_text_is_encoded_once_with_the_same_numbers() {
        List<String> wire = List.of("The port was closed on Monday, officials said.", "Nobody was hurt.");
        try (var encoder = OnnxSentenceEncoder.open(List.of(12), "", new Reading(64))) {
            List<float[][]> twice = encoder.encode(List.of(wire, List.of("Something else."), wire));
            assertThat(encoder.work().repeated()).isEqualTo(2);
            long computing = encoder.work().nanoseconds();

            float[][] later = encoder.encode(List.of(wire)).get(0);

            assertThat(encoder.work().repeated()).isEqualTo(4);
            assertThat(encoder.work().nanoseconds()).isEqualTo(computing).isPositive();
            assertThat(twice.get(2)).isDeepEqualTo(twice.get(0));
            assertThat(later).isDeepEqualTo(twice.get(0));
            later[0][0] = 99;
            assertThat(encoder.encode(List.of(wire)).get(0)).isDeepEqualTo(twice.get(0));
        }
        try (var fresh = OnnxSentenceEncoder.open(List.of(12), "", new Reading(64))) {
            List<float[][]> alone = fresh.encode(List.of(wire));
            assertThat(fresh.work().repeated()).isZero();
            try (var encoder = OnnxSentenceEncoder.open(List.of(12), "", new Reading(64))) {
                assertThat(encoder.encode(List.of(wire, wire)).get(1)).isDeepEqualTo(alone.get(0));
            }
        }
    }
}
