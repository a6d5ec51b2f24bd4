package framing.report;

import framing.evaluation.ConfusionMatrix;
import framing.evaluation.Estimate;
import framing.evaluation.Evaluation;
import framing.evaluation.Interval;
import framing.evaluation.LabelScores;
import framing.training.TrainingResult.CrossValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Evaluations as plain tables. */
public final class EvaluationText {
    private static final String UNDEFINED = "-";

    private EvaluationText() {}

    /** The scores of one facet: per label, overall, and which labels are taken for which. */
    public static String of(Evaluation evaluation) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s: %,d units in %,d documents\n",
                evaluation.facet(),
                evaluation.units(),
                evaluation.documents()));
        if (evaluation.units() == 0) {
            return text.append("  no coded unit\n").toString();
        }
        text.append(labels(evaluation.scores().labels())).append('\n');
        text.append(overall(evaluation)).append('\n');
        text.append("  coder's code (rows) by model's (columns)\n").append(confusion(evaluation.confusion()));
        return text.toString();
    }

    /** A facet's scores over grouped folds, on one line. */
    public static String of(CrossValidation validation) {
        return String.format(
                Locale.ROOT,
                "%s, %d folds: macro-F1 %.3f on average (%s), standard deviation %.3f; pooled %s, accuracy %s\n",
                validation.facet(),
                validation.foldMacroF1().size(),
                validation.meanMacroF1(),
                validation.foldMacroF1().stream()
                        .map(f -> String.format(Locale.ROOT, "%.3f", f))
                        .collect(Collectors.joining(" ")),
                validation.standardDeviation(),
                estimate(validation.pooled().scores().macroF1()),
                estimate(validation.pooled().scores().accuracy()));
    }

    private static TextTable labels(List<LabelScores> scores) {
        TextTable table = new TextTable("code", "precision", "recall", "F1", "95 %", "support", "predicted");
        for (LabelScores label : scores) {
            table.row(
                    label.label(),
                    number(label.precision()),
                    number(label.recall()),
                    number(label.f1()),
                    interval(label.f1Interval()),
                    String.valueOf(label.support()),
                    String.valueOf(label.predicted()));
        }
        return table;
    }

    private static TextTable overall(Evaluation evaluation) {
        TextTable table = new TextTable("measure", "value", "95 %");
        measure(table, "macro-F1", evaluation.scores().macroF1());
        measure(table, "accuracy", evaluation.scores().accuracy());
        evaluation.lenient().ifPresent(lenient -> {
            measure(table, "macro-F1, second code accepted", lenient.macroF1());
            measure(table, "accuracy, second code accepted", lenient.accuracy());
        });
        measure(
                table,
                "Krippendorff's alpha, model and coder",
                evaluation.agreement().alpha());
        table.row("log loss", number(evaluation.probabilities().logLoss()), "");
        table.row(
                "expected calibration error", number(evaluation.probabilities().expectedCalibrationError()), "");
        return table;
    }

    private static void measure(TextTable table, String name, Estimate estimate) {
        table.row(name, number(estimate.value()), interval(estimate.interval()));
    }

    private static TextTable confusion(ConfusionMatrix confusion) {
        List<String> header = new ArrayList<>(List.of(""));
        header.addAll(confusion.labels());
        TextTable table = new TextTable(header.toArray(String[]::new));
        for (int actual = 0; actual < confusion.labels().size(); actual++) {
            List<String> row = new ArrayList<>(List.of(confusion.labels().get(actual)));
            confusion.counts().get(actual).forEach(count -> row.add(String.valueOf(count)));
            table.row(row);
        }
        return table;
    }

    private static String estimate(Estimate estimate) {
        String interval = interval(estimate.interval());
        return number(estimate.value()) + (interval.isEmpty() ? "" : " (" + interval + ")");
    }

    static String number(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.3f", value.getAsDouble()) : UNDEFINED;
    }

    static String interval(Optional<Interval> interval) {
        return interval.map(i -> String.format(Locale.ROOT, "%.3f to %.3f", i.low(), i.high()))
                .orElse("");
    }
}
