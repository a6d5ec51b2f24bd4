package framing.report;

import static org.assertj.core.api.Assertions.assertThat;

import framing.classifier.TinyModels;
import framing.codebook.Annotation;
import framing.codebook.AnnotationTable;
import framing.codebook.LabelDistribution;
import framing.codebook.Prediction;
import framing.corpus.Role;
import framing.corpus.Sentence;
import framing.evaluation.Evaluation;
import framing.training.ClassifierEvaluator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationReportTest {
    private static final String FOLDS = """
            {"cross_validation": {"voice": {"fold_macro_f1": [0.5, 0.75],
              "pooled": {"scores": {"macro_f1": {"value": 0.625, "interval": {"low": 0.4, "high": 0.8}}}}}}}
            """;

    @TempDir
    Path folder;

    /** Three articles of four sentences; the model takes the third of each for a rebel's, surest in the last article. */
    private String page(boolean ordered, String metrics) throws IOException {
        List<Annotation> annotations = new ArrayList<>();
        List<Prediction> predictions = new ArrayList<>();
        for (int article = 0; article < 3; article++) {
            for (int place = 0; place < 4; place++) {
                String text = "Sentence " + place + " of <article> " + article;
                Sentence sentence = new Sentence("d" + article, place, Role.BODY, 0, text.length(), text);
                annotations.add(new Annotation(
                        sentence, ordered, "d" + article, null, Map.of("voice", "official"), Map.of(), place));
                float rebel = place == 2 ? 0.7f + article / 10f : 0.1f;
                predictions.add(new Prediction(
                        TinyModels.CODEBOOK,
                        Map.of(
                                "voice",
                                LabelDistribution.of(1 - rebel, rebel, 0),
                                "loaded",
                                LabelDistribution.of(1, 0))));
            }
        }
        AnnotationTable table = new AnnotationTable(
                annotations, TinyModels.CODEBOOK.only(List.of("voice")), true, ordered, List.of(), List.of());
        List<Evaluation> evaluations = ClassifierEvaluator.evaluate(table, predictions, 1);
        Path page = folder.resolve("evaluation.html");
        new EvaluationReport(
                        TinyModels.letters().card(),
                        metrics,
                        List.of(Path.of("labels.csv")),
                        table,
                        predictions,
                        evaluations)
                .write(page);
        return Files.readString(page);
    }

    @Test
    void figures_stand_with_their_intervals() throws IOException {
        assertThat(page(true, "{}"))
                .contains("12 units in 3 documents or groups")
                .contains("<dt>accuracy</dt><dd><b>0.750</b>")
                .contains("<td class=\"right4\">9 <span>75 %</span></td><td class=\"wrong2\">3 <span>25 %</span></td>");
    }

    @Test
    void the_surest_error_comes_first_among_its_neighbours() throws IOException {
        String page = page(true, "{}");

        assertThat(page).contains("Coder: <b>official</b>. Model: <b>rebel</b>, 90 %.");
        assertThat(page.substring(page.indexOf("class=\"errors\"")))
                .containsSubsequence(
                        "90 %",
                        "<p class=\"around\" dir=\"auto\">Sentence 0 of &lt;article&gt; 2</p>",
                        "<p class=\"around\" dir=\"auto\">Sentence 1 of &lt;article&gt; 2</p>",
                        "<p class=\"at-fault\" dir=\"auto\">Sentence 2 of &lt;article&gt; 2</p>",
                        "<p class=\"around\" dir=\"auto\">Sentence 3 of &lt;article&gt; 2</p>",
                        "80 %");
    }

    @Test
    void units_without_a_known_order_stand_alone() throws IOException {
        assertThat(page(false, "{}")).contains("class=\"at-fault\"").doesNotContain("class=\"around\"");
    }

    @Test
    void folds_of_the_training_run_are_shown_where_there_were_any() throws IOException {
        assertThat(page(true, "{}")).doesNotContain("Macro-F1 over folds");
        assertThat(page(true, FOLDS))
                .contains("<dt>fold 2</dt><dd><b>0.750</b>")
                .contains("0.400 to 0.800");
    }
}
