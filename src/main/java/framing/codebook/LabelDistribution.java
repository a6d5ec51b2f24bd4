package framing.codebook;

/**
 * A model's probabilities for the labels of one facet, in the facet's order.
 *
 * @param probabilities one for each label, summing to one
 */
public record LabelDistribution(float... probabilities) {
    public LabelDistribution {
        probabilities = probabilities.clone();
    }

    @Override
    public float[] probabilities() {
        return probabilities.clone();
    }

    public float probability(int label) {
        return probabilities[label];
    }

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
}
