package framing.evaluation;

import framing.codebook.LabelDistribution;
import java.util.OptionalInt;

/**
 * What a coder and the model said about one unit for one facet. Labels are places in the facet's order.
 *
 * @param document what is resampled as a whole: the id of the unit's document, or of a larger group it belongs to
 * @param actual the label the coder gave
 * @param alsoAcceptable a second label the coder would accept; one equal to {@code actual} says nothing and is dropped
 * @param predicted the model's probabilities, each between zero and one
 */
public record Outcome(String document, int actual, OptionalInt alsoAcceptable, LabelDistribution predicted) {
    /** How far rounding may carry a probability above one. */
    private static final double ROUNDING = 1e-3;

    public Outcome {
        checkLabel(actual, predicted);
        alsoAcceptable.ifPresent(label -> checkLabel(label, predicted));
        for (int label = 0; label < predicted.size(); label++) {
            double probability = predicted.probability(label);
            if (!(probability >= 0 && probability <= 1 + ROUNDING)) {
                throw new IllegalArgumentException(
                        "Probabilities must lie between 0 and 1, but label " + label + " has " + probability);
            }
        }
        if (alsoAcceptable.equals(OptionalInt.of(actual))) {
            alsoAcceptable = OptionalInt.empty();
        }
    }

    /** An outcome of a unit with one acceptable label. */
    public static Outcome of(String document, int actual, LabelDistribution predicted) {
        return new Outcome(document, actual, OptionalInt.empty(), predicted);
    }

    /** The most probable label: the one that counts as the prediction. */
    public int predictedLabel() {
        return predicted.mostProbable();
    }

    /** The probability of the predicted label, at most one. */
    double confidence() {
        return Math.min(1, predicted.probability(predictedLabel()));
    }

    /** The second acceptable label where it was predicted, otherwise the label the coder gave. */
    int lenientActual() {
        return alsoAcceptable.equals(OptionalInt.of(predictedLabel())) ? predictedLabel() : actual;
    }

    private static void checkLabel(int label, LabelDistribution predicted) {
        if (label < 0 || label >= predicted.size()) {
            throw new IllegalArgumentException("A label must be one of the " + predicted.size()
                    + " the model knows, counted from 0, but was " + label);
        }
    }
}
