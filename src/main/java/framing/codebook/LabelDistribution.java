package framing.codebook;

import java.util.Arrays;

/** A model's probabilities for the labels of one facet, in the facet's order, summing to one. Immutable. */
public final class LabelDistribution {
    private final float[] probabilities;

    private LabelDistribution(float[] probabilities) {
        this.probabilities = probabilities;
    }

    /** A distribution with these probabilities, which are copied. */
    public static LabelDistribution of(float... probabilities) {
        return new LabelDistribution(probabilities.clone());
    }

    public float probability(int label) {
        return probabilities[label];
    }

    /** The number of labels. */
    public int size() {
        return probabilities.length;
    }

    /** The place of the most probable label; the earlier one when two are equal, as the codebook's order has it. */
    public int mostProbable() {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return best;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LabelDistribution that && Arrays.equals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(probabilities);
    }

    @Override
    public String toString() {
        return Arrays.toString(probabilities);
    }
}
