package framing.classifier;

import framing.codebook.LabelDistribution;

/**
 * Temperature scaling: p = softmax(z / T) (Guo et al. 2017, https://arxiv.org/abs/1706.04599). One number, fitted on held-out units; it
 * changes how sure a prediction is, never which label is the most probable.
 *
 * @param temperature T, above 1 where the head was too sure
 */
public record Calibration(double temperature) {
    /** Leaves the head's own probabilities. */
    public static final Calibration NONE = new Calibration(1);

    public Calibration {
        if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("temperature must be positive and finite, but was " + temperature);
        }
    }

    /** The probabilities for these logits. */
    public LabelDistribution apply(double[] logits) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            largest = Math.max(largest, logit);
        }
        double sum = 0;
        double[] exponentials = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            exponentials[i] = Math.exp((logits[i] - largest) / temperature);
            sum += exponentials[i];
        }
        float[] probabilities = new float[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = (float) (exponentials[i] / sum);
        }
        return LabelDistribution.of(probabilities);
    }
}
