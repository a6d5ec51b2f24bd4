package framing.evaluation;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How well one label is recognised.
 *
 * @param label the label's id
 * @param support the number of units that were given the label
 * @param predicted the number of units for which it was predicted
 * @param precision TP / (TP + FP); empty when the label was never predicted
 * @param recall TP / (TP + FN); empty when the label was never given
 * @param f1 2TP / (2TP + FP + FN); zero when the label was given or predicted but never both, empty when it was neither
 * @param f1Interval the interval of F1 over documents; empty where {@link Bootstrap#estimate} gives none, and always in
 *     scores read from a confusion matrix alone
 */
public record LabelScores(
        String label,
        int support,
        int predicted,
        OptionalDouble precision,
        OptionalDouble recall,
        OptionalDouble f1,
        Optional<Interval> f1Interval) {
    public LabelScores {
        if (precision.isPresent() != predicted > 0
                || recall.isPresent() != support > 0
                || f1.isPresent() != (predicted > 0 || support > 0)) {
            throw new IllegalArgumentException("Scores must be there exactly when defined, but with support " + support
                    + " and " + predicted + " predicted were " + precision + ", " + recall + ", " + f1);
        }
    }

    /** The scores that follow from the counts of true positives, false positives and false negatives. */
    public static LabelScores of(String label, int truePositives, int falsePositives, int falseNegatives) {
        int support = truePositives + falseNegatives;
        int predicted = truePositives + falsePositives;
        return new LabelScores(
                label,
                support,
                predicted,
                share(truePositives, predicted),
                share(truePositives, support),
                share(2 * truePositives, predicted + support),
                Optional.empty());
    }

    /** The same scores with an interval of F1. */
    LabelScores withF1Interval(Optional<Interval> interval) {
        return new LabelScores(label, support, predicted, precision, recall, f1, interval);
    }

    private static OptionalDouble share(int part, int whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
