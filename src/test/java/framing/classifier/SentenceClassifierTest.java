package framing.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import framing.codebook.Prediction;
import framing.encoder.LetterEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentenceClassifierTest {
    private final LetterEncoder encoder = new LetterEncoder();
    private final SentenceClassifier classifier = TinyModels.classifier(TinyModels.letters(), encoder);

    private static List<String> labels(List<Prediction> predictions) {
        return predictions.stream().map(prediction -> prediction.label("voice")).toList();
    }

    @Test
    void a_sentence_is_labelled_for_every_facet() {
        Prediction prediction = classifier.classify("aab");

        assertThat(prediction.label("voice")).isEqualTo("official");
        assertThat(prediction.label("loaded")).isEqualTo("yes");
        assertThat(prediction.probability("voice", "official"))
                .isCloseTo((float) (Math.exp(2) / (Math.exp(2) + Math.exp(1) + 1)), within(1e-6f));
        assertThat(prediction.probability("loaded", "yes"))
                .isCloseTo((float) (1 / (1 + Math.exp(-0.5))), within(1e-6f));
    }

    @Test
    void articles_come_back_in_their_order_with_their_sentences() {
        List<List<Prediction>> predictions =
                classifier.classifyArticles(List.of(List.of("a", "b"), List.of(), List.of("c")));

        assertThat(predictions).hasSize(3);
        assertThat(labels(predictions.get(0))).containsExactly("official", "rebel");
        assertThat(predictions.get(1)).isEmpty();
        assertThat(labels(predictions.get(2))).containsExactly("outlet");
    }

    @Test
    void an_article_is_labelled_alike_in_any_company() {
        List<List<String>> articles = List.of(List.of("abc", "b"), List.of("c"), List.of("aabb", "bc", "c"));
        List<List<Prediction>> together = classifier.classifyArticles(articles);
        for (int i = 0; i < articles.size(); i++) {
            List<Prediction> alone = classifier.classifyArticle(articles.get(i));
            for (int s = 0; s < alone.size(); s++) {
                assertThat(alone.get(s).distribution("voice"))
                        .isEqualTo(together.get(i).get(s).distribution("voice"));
            }
        }
    }

    @Test
    void a_very_long_article_is_read_in_parts_and_keeps_its_place() {
        List<String> longest = new ArrayList<>(Collections.nCopies(1100, "a"));
        longest.set(500, "b");
        longest.set(1099, "c");

        List<List<Prediction>> predictions = classifier.classifyArticles(List.of(List.of("c"), longest, List.of("b")));

        assertThat(encoder.read()).extracting(List::size).containsExactly(1, 500, 500, 100, 1);
        assertThat(labels(predictions.get(0))).containsExactly("outlet");
        assertThat(predictions.get(1)).hasSize(1100);
        assertThat(labels(predictions.get(1)).get(499)).isEqualTo("official");
        assertThat(labels(predictions.get(1)).get(500)).isEqualTo("rebel");
        assertThat(labels(predictions.get(1)).get(1099)).isEqualTo("outlet");
        assertThat(labels(predictions.get(2))).containsExactly("rebel");
    }

    @Test
    void neighbours_are_those_of_the_same_article() {
        // The head looks at the letter "a" of the sentence before alone.
        float[] weights = new float[3 * 9];
        weights[9] = 1;
        Head voice = new Head(weights, new float[] {0, -0.5f, -1});
        Head loaded = new Head(new float[2 * 9], new float[] {0, 0});
        Model model = TinyModels.model(
                "before",
                LetterEncoder.CARD,
                1,
                Map.of(
                        "voice", new FacetModel(voice, Calibration.NONE),
                        "loaded", new FacetModel(loaded, Calibration.NONE)));
        try (SentenceClassifier before = TinyModels.classifier(model, encoder)) {
            List<List<Prediction>> predictions = before.classifyArticles(List.of(List.of("a", "b"), List.of("c", "c")));

            assertThat(labels(predictions.get(0))).containsExactly("official", "rebel");
            assertThat(labels(predictions.get(1))).containsExactly("official", "official");
        }
    }
}
