package framing.report;

import framing.codebook.Facet;
import framing.evaluation.ConfusionMatrix;
import framing.evaluation.Estimate;
import framing.evaluation.Evaluation;
import framing.evaluation.LabelScores;
import framing.report.ScoringPage.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The page about how good a model is, ready to be written.
 *
 * @param title the model's name
 * @param facets one part for each facet that was judged
 * @param facts how the page came about
 */
public record EvaluationPage(String title, List<Part> facets, List<Fact> facts) {
    private static final int COLOURS = 8;

    public EvaluationPage {
        facets = List.copyOf(facets);
        facts = List.copyOf(facts);
    }

    /**
     * What was measured about one facet.
     *
     * @param facet its name
     * @param base how many units in how many documents were judged, in words
     * @param measures over all codes
     * @param codes how well each code is recognised
     * @param confusion which codes are taken for which
     * @param reliability how far its probabilities can be believed; empty where nothing was judged
     * @param folds the scores over folds of the training data; empty where there was no cross-validation
     * @param errors those worth reading
     */
    public record Part(
            String facet,
            String base,
            List<Measure> measures,
            List<CodeScores> codes,
            List<ConfusionRow> confusion,
            List<ReliabilityDot> reliability,
            List<Measure> folds,
            List<ModelError> errors) {

        static Part of(Facet facet, Evaluation evaluation, List<Measure> folds, List<ModelError> errors) {
            List<CodeKey> keys = keys(facet);
            return new Part(
                    ScoredFacet.words(facet.name()),
                    Figures.count(evaluation.units(), "unit") + " in "
                            + Figures.count(evaluation.documents(), "document") + " or groups",
                    evaluation.units() == 0 ? List.of() : Measure.of(evaluation),
                    IntStream.range(0, keys.size())
                            .mapToObj(i -> CodeScores.of(
                                    keys.get(i), evaluation.scores().labels().get(i)))
                            .toList(),
                    IntStream.range(0, keys.size())
                            .mapToObj(i -> ConfusionRow.of(keys.get(i), i, evaluation.confusion()))
                            .toList(),
                    ReliabilityDot.of(evaluation.probabilities().reliability()),
                    folds,
                    errors);
        }

        private static List<CodeKey> keys(Facet facet) {
            return IntStream.range(0, facet.labels().size())
                    .mapToObj(i -> new CodeKey(
                            facet.labels().get(i).id(), facet.labels().get(i).name(), i % COLOURS))
                    .toList();
        }
    }

    /**
     * One figure.
     *
     * @param name what is measured
     * @param value with three decimals, or a dash
     * @param interval of 95 percent, empty where there is none
     */
    public record Measure(String name, String value, String interval) {
        static Measure of(String name, Estimate estimate) {
            return new Measure(
                    name, EvaluationText.number(estimate.value()), EvaluationText.interval(estimate.interval()));
        }

        private static List<Measure> of(Evaluation evaluation) {
            List<Measure> measures = new ArrayList<>();
            measures.add(of("macro-F1", evaluation.scores().macroF1()));
            measures.add(of("accuracy", evaluation.scores().accuracy()));
            evaluation.lenient().ifPresent(lenient -> {
                measures.add(of("macro-F1, second code accepted", lenient.macroF1()));
                measures.add(of("accuracy, second code accepted", lenient.accuracy()));
            });
            measures.add(of("Krippendorff's alpha", evaluation.agreement().alpha()));
            measures.add(new Measure(
                    "log loss", EvaluationText.number(evaluation.probabilities().logLoss()), ""));
            measures.add(new Measure(
                    "expected calibration error",
                    EvaluationText.number(evaluation.probabilities().expectedCalibrationError()),
                    ""));
            return measures;
        }
    }

    /**
     * How well a code is recognised.
     *
     * @param code the code
     * @param f1 as a bar on a scale from nought to one
     * @param f1Words F1 with three decimals, or a dash
     * @param interval of F1, empty where there is none
     * @param precision likewise
     * @param recall likewise
     * @param support how many units were given the code
     * @param predicted for how many it was predicted
     */
    public record CodeScores(
            CodeKey code,
            ShareBar f1,
            String f1Words,
            String interval,
            String precision,
            String recall,
            String support,
            String predicted) {
        static CodeScores of(CodeKey code, LabelScores scores) {
            Shares shares = new Shares(
                    code.name(), 0, scores.support(), List.of(new Estimate(scores.f1(), scores.f1Interval())));
            return new CodeScores(
                    code,
                    ShareBar.of(shares, 0, 1),
                    EvaluationText.number(scores.f1()),
                    EvaluationText.interval(scores.f1Interval()),
                    EvaluationText.number(scores.precision()),
                    EvaluationText.number(scores.recall()),
                    Figures.count(scores.support()),
                    Figures.count(scores.predicted()));
        }
    }

    /**
     * What the units that a coder gave one code were taken for.
     *
     * @param code the coder's
     * @param cells one for each code of the model
     */
    public record ConfusionRow(CodeKey code, List<ConfusionCell> cells) {
        static ConfusionRow of(CodeKey code, int row, ConfusionMatrix confusion) {
            int support = confusion.counts().get(row).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            return new ConfusionRow(
                    code,
                    IntStream.range(0, confusion.labels().size())
                            .mapToObj(column -> ConfusionCell.of(confusion.count(row, column), support, row == column))
                            .toList());
        }
    }

    /**
     * A cell of the matrix.
     *
     * @param count how many units
     * @param share of the row, in words; empty where none
     * @param style how dark the cell is, and whether it lies on the diagonal
     */
    public record ConfusionCell(String count, String share, String style) {
        private static final int SHADES = 5;

        static ConfusionCell of(int count, int support, boolean right) {
            double share = support == 0 ? 0 : (double) count / support;
            String shade = (right ? "right" : "wrong") + (int) Math.ceil(share * SHADES);
            return new ConfusionCell(Figures.count(count), count == 0 ? "" : Figures.percent(share), shade);
        }
    }
}
