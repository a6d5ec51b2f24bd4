package framing.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import framing.Golden;
import framing.classifier.TinyModels;
import framing.codebook.Facet;
import framing.codebook.LabelDistribution;
import framing.codebook.Prediction;
import framing.evaluation.Evaluation;
import framing.evaluation.Outcome;
import framing.scoring.Summaries;
import framing.training.TrainingResult.CrossValidation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Facet VOICE = TinyModels.CODEBOOK.facets().get(0);
    private static final float[][] CERTAIN = {{0.8f, 0.1f, 0.1f}, {0.2f, 0.6f, 0.2f}, {0, 0, 1}};

    /** Four documents of three units: the model takes every second rebel for an official, and never says outlet. */
    private static List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int document = 0; document < 4; document++) {
            String id = "d" + document;
            outcomes.add(Outcome.of(id, 0, LabelDistribution.of(CERTAIN[0])));
            outcomes.add(Outcome.of(id, 1, LabelDistribution.of(CERTAIN[document % 2])));
            outcomes.add(new Outcome(
                    id,
                    1,
                    document == 0 ? OptionalInt.of(0) : OptionalInt.empty(),
                    LabelDistribution.of(CERTAIN[document == 0 ? 0 : 1])));
        }
        return outcomes;
    }

    private static Prediction prediction(int voice, int loaded) {
        float[] yes = loaded == 1 ? new float[] {0, 1} : new float[] {1, 0};
        return new Prediction(
                TinyModels.CODEBOOK,
                Map.of("voice", LabelDistribution.of(CERTAIN[voice]), "loaded", LabelDistribution.of(yes)));
    }

    @Test
    void an_evaluation_reads_as_it_always_did() {
        Golden.assertMatches(
                ReportTest.class, "evaluation.txt", EvaluationText.of(Evaluation.of(VOICE, outcomes(), 1)));
    }

    @Test
    void an_evaluation_without_units_says_so() {
        assertThat(EvaluationText.of(Evaluation.of(VOICE, List.of(), 1)))
                .isEqualTo("voice: 0 units in 0 documents\n  no coded unit\n");
    }

    @Test
    void one_document_has_no_intervals() {
        String text = EvaluationText.of(Evaluation.of(VOICE, outcomes().subList(0, 3), 1));

        assertThat(text).contains("voice: 3 units in 1 documents").doesNotContain(" to ");
    }

    @Test
    void cross_validation_reads_as_it_always_did() {
        CrossValidation folds =
                new CrossValidation("voice", List.of(0.5, 0.75, 1.0), Evaluation.of(VOICE, outcomes(), 1));

        Golden.assertMatches(ReportTest.class, "cross-validation.txt", EvaluationText.of(folds));
    }

    @Test
    void the_totals_of_a_run_read_as_they_always_did() {
        List<List<Prediction>> articles = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            articles.add(List.of(prediction(i % 2, i % 4 == 0 ? 1 : 0)));
        }
        articles.add(List.of());

        Golden.assertMatches(
                ReportTest.class, "scoring.txt", ScoringText.of(Summaries.of(TinyModels.CODEBOOK, articles, 3, 1.5)));
    }

    @Test
    void a_run_without_sentences_has_shares_of_nought() {
        assertThat(ScoringText.of(Summaries.of(TinyModels.CODEBOOK, List.of(), 0, 0)))
                .startsWith("0 sentences in 0 articles, 0 rows rejected, 0.0 s, 0 sentences/s\n")
                .contains("0.0 %")
                .doesNotContain("NaN");
    }

    @Test
    void an_evaluation_in_json_has_its_figures_under_the_facet() throws IOException {
        JsonNode voice = new ObjectMapper()
                .readTree(EvaluationJson.of(List.of(Evaluation.of(VOICE, outcomes(), 1))))
                .get("voice");

        assertThat(voice.get("units").asInt()).isEqualTo(12);
        assertThat(voice.get("documents").asInt()).isEqualTo(4);
        assertThat(voice.at("/scores/accuracy/value").asDouble()).isEqualTo(9.0 / 12);
        assertThat(voice.at("/scores/macro_f1/interval/low").asDouble()).isPositive();
        assertThat(voice.at("/lenient/accuracy/value").asDouble()).isEqualTo(10.0 / 12);
        assertThat(voice.at("/scores/labels/2/f1").isNull()).isTrue();
        assertThat(voice.at("/confusion/counts/1/0").asInt()).isEqualTo(3);
        assertThat(voice.at("/probabilities/log_loss").isNumber()).isTrue();
    }

    @Test
    void columns_of_a_table_line_up() {
        TextTable table = new TextTable("name", "n").row("a", "10").row("long name", "7");

        assertThat(table).hasToString("""
                  name        n
                  a          10
                  long name   7
                """);
    }
}
