package framing.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxSentenceEncoderTest {
    private static final List<Integer> LAYERS = List.of(4, 12);

    @Test
    void vectors_agree_with_the_python_stack_one_by_one_and_in_a_window() throws IOException {
        JsonNode reference = new ObjectMapper().readTree(getClass().getResourceAsStream("reference-vectors.json"));
        List<String> sentences = new ArrayList<>();
        reference.get("sentences").forEach(node -> sentences.add(node.asText()));
        try (var encoder = OnnxSentenceEncoder.open(LAYERS, "", Reading.ONE_BY_ONE)) {
            assertMatches(encoder.encode(List.of(sentences)).get(0), reference.get("one_by_one"));
        }
        try (var encoder = OnnxSentenceEncoder.open(LAYERS, "", new Reading(128))) {
            assertMatches(encoder.encode(List.of(sentences)).get(0), reference.get("window"));
        }
    }

    private static void assertMatches(float[][] vectors, JsonNode reference) {
        for (int s = 0; s < vectors.length; s++) {
            for (int layer = 0; layer < LAYERS.size(); layer++) {
                for (int d = 0; d < 8; d++) {
                    assertThat(vectors[s][layer * OnnxSentenceEncoder.LAYER_WIDTH + d])
                            .isCloseTo(
                                    (float) reference.get(s).get(layer).get(d).asDouble(), within(2e-5f));
                }
            }
        }
    }

    @Test
    void an_inner_layer_alone_is_read_as_beside_the_layers_above_it() {
        List<List<String>> article = List.of(List.of("The bridge is open.", "The minister said it would stay so."));
        try (var whole = OnnxSentenceEncoder.open(LAYERS, "", new Reading(128));
                var cut = OnnxSentenceEncoder.open(List.of(4), "", new Reading(128))) {
            float[][] beside = whole.encode(article).get(0);
            float[][] alone = cut.encode(article).get(0);

            for (int s = 0; s < 2; s++) {
                assertThat(alone[s]).isEqualTo(Arrays.copyOf(beside[s], OnnxSentenceEncoder.LAYER_WIDTH));
            }
            assertThat(cut.card().sha256()).isEqualTo(whole.card().sha256());
        }
    }

    @Test
    void a_sentence_that_is_too_long_is_cut_and_counted() {
        String longest = "town ".repeat(254).strip(); // with the start token and the separator 256
        try (var encoder = OnnxSentenceEncoder.open(LAYERS, "", Reading.ONE_BY_ONE)) {
            float[] whole = encoder.encode(List.of(List.of(longest))).get(0)[0];
            assertThat(encoder.work().cut()).isZero();

            float[] cut =
                    encoder.encode(List.of(List.of(longest + " and much more"))).get(0)[0];

            assertThat(encoder.work().cut()).isEqualTo(1);
            assertThat(cut).isEqualTo(whole);
        }
    }

    @Test
    void a_vector_is_the_same_to_the_last_bit_in_any_company_and_on_any_thread() throws Exception {
        List<List<String>> articles = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String words = "rebels shelled the market of the old town again ".repeat(1 + i % 7);
            articles.add(List.of("Article " + i + " says " + words, "Its second sentence is short."));
        }
        try (var encoder = OnnxSentenceEncoder.open(List.of(2, 12), "", new Reading(64))) {
            List<float[][]> together = encoder.encode(articles);
            ExecutorService threads = Executors.newFixedThreadPool(3);
            List<Future<List<float[][]>>> alone = new ArrayList<>();
            for (List<String> article : articles) {
                alone.add(threads.submit(() -> encoder.encode(List.of(article))));
            }
            for (int i = 0; i < articles.size(); i++) {
                assertThat(alone.get(i).get().get(0)).isDeepEqualTo(together.get(i));
            }
            threads.shutdown();
        }
    }

    @Test
    void text_that_native_code_cannot_take_is_read_all_the_same() {
        List<String> odd = List.of("", "\u0000", "half a pair \ud83d here", "قال المتحدث", "💥", "word ".repeat(5000));
        try (var encoder = OnnxSentenceEncoder.open(LAYERS, "", Reading.ONE_BY_ONE)) {
            for (float[] vector : encoder.encode(List.of(odd)).get(0)) {
                assertThat(vector).hasSize(encoder.card().width());
                assertThat(vector[0]).isFinite();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12})
    void eight_bit_vectors_are_near_the_exact_ones_and_the_same_in_any_company(int layer) {
        List<List<String>> articles = List.of(
                List.of("The ministry said the talks had failed.", "Rebels denied it."),
                List.of("A convoy of nine lorries reached the besieged town at dawn, two drivers told the radio."),
                List.of("\"We will not leave,\" she said."));
        try (var exact = OnnxSentenceEncoder.open(List.of(layer), "", new Reading(128));
                var fast = OnnxSentenceEncoder.open(
                        List.of(layer), "", new Reading(128), TunedWeights.NONE, Precision.INT8)) {
            List<float[][]> together = fast.encode(articles);
            for (int i = 0; i < articles.size(); i++) {
                assertThat(fast.encode(List.of(articles.get(i))).get(0)).isDeepEqualTo(together.get(i));
                float[][] reference = exact.encode(List.of(articles.get(i))).get(0);
                for (int s = 0; s < reference.length; s++) {
                    assertThat(cosine(reference[s], together.get(i)[s])).isGreaterThan(0.98);
                }
            }
        }
    }

    private static double cosine(float[] a, float[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static MarkedSentence marked(String text, String... words) {
        return new MarkedSentence(
                text,
                Stream.of(words)
                        .map(word -> new MarkedSentence.Mark(text.indexOf(word), text.indexOf(word) + word.length()))
                        .toList());
    }

    @Test
    void a_mark_has_a_vector_of_its_own_and_leaves_the_sentences_as_they_are() {
        List<String> plain = List.of("Él dijo 😀: Hamas’s fighters left.", "The army denied it.");
        List<MarkedSentence> marked =
                List.of(marked(plain.get(0), "Hamas", "fighters left"), marked(plain.get(1), "army"));
        try (var encoder = OnnxSentenceEncoder.open(List.of(12), "", new Reading(128))) {
            float[][] sentences = encoder.encode(List.of(plain)).get(0);
            float[][] vectors = encoder.encodeMarked(List.of(marked)).get(0);

            assertThat(vectors).hasDimensions(5, 384);
            assertThat(Arrays.copyOf(vectors, 2)).isDeepEqualTo(sentences);
            assertThat(vectors[2]).isNotEqualTo(vectors[3]).isNotEqualTo(vectors[4]);
        }
    }

    @Test
    void a_mark_over_every_word_is_the_mean_of_all_words() {
        String text = "troops left town";
        try (var encoder = OnnxSentenceEncoder.open(List.of(12), "", Reading.ONE_BY_ONE)) {
            MarkedSentence words = marked(text, "troops", "left", "town", "troops left town");
            float[][] vectors = encoder.encodeMarked(List.of(List.of(words))).get(0);

            for (int d = 0; d < 384; d++) { // each word is one word piece
                assertThat(vectors[4][d]).isCloseTo((vectors[1][d] + vectors[2][d] + vectors[3][d]) / 3, within(1e-5f));
            }
        }
    }

    @Test
    void a_mark_beyond_what_is_read_has_the_vector_of_all_that_is() {
        String text = "town ".repeat(300) + "Hamas";
        try (var encoder = OnnxSentenceEncoder.open(List.of(12), "", Reading.ONE_BY_ONE)) {
            float[][] vectors = encoder.encodeMarked(List.of(List.of(marked(text, "Hamas", "town town"))))
                    .get(0);

            assertThat(vectors[1]).isNotEqualTo(vectors[2]);
            assertThat(vectors[1][0]).isCloseTo(vectors[0][0], within(0.05f));
        }
    }
}
