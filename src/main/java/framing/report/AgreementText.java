package framing.report;

import framing.evaluation.Agreement;
import framing.evaluation.Agreement.LabelAgreement;
import framing.evaluation.Estimate;
import java.util.Locale;

/** Agreement of coders as plain tables. */
public final class AgreementText {
    private AgreementText() {}

    /** How far the coders agree: overall, then about each code. */
    public static String of(String coders, Agreement agreement) {
        TextTable overall = new TextTable("measure", "value", "95 %");
        row(overall, "identical codes", agreement.observed());
        row(overall, "Krippendorff's alpha", agreement.alpha());
        TextTable labels = new TextTable("code", "given", "alpha", "95 %");
        for (LabelAgreement label : agreement.labels()) {
            labels.row(
                    label.label(),
                    String.valueOf(label.given()),
                    EvaluationText.number(label.alpha().value()),
                    EvaluationText.interval(label.alpha().interval()));
        }
        return String.format(
                Locale.ROOT,
                "%s: %,d units with two or more codes, in %,d documents or groups\n%s\n%s",
                coders,
                agreement.units(),
                agreement.documents(),
                overall,
                labels);
    }

    private static void row(TextTable table, String name, Estimate estimate) {
        table.row(name, EvaluationText.number(estimate.value()), EvaluationText.interval(estimate.interval()));
    }
}
