package framing.classifier;

import framing.encoder.Tensor;

/**
 * The head of one facet: an affine map from a unit's features to one logit for each label, z = W x + b. Sums run in a
 * fixed order, so a unit's logits are the same in any company. Threads may share one.
 */
public final class Head {
    private final int labels;
    private final int features;
    private final float[] weights;
    private final float[] bias;

    /**
     * A head with these weights, which are not copied.
     *
     * @param weights [labels x features], row by row
     * @param bias [labels]
     */
    public Head(float[] weights, float[] bias) {
        this.labels = bias.length;
        this.features = weights.length / Math.max(1, labels);
        if (labels < 2 || weights.length != labels * features) {
            throw new IllegalArgumentException(
                    "a head needs labels x features weights, but had " + weights.length + " for " + labels + " labels");
        }
        this.weights = weights;
        this.bias = bias;
    }

    public int labels() {
        return labels;
    }

    public int features() {
        return features;
    }

    /** The logits of a unit with these features. */
    public double[] logits(float[] unit) {
        double[] logits = new double[labels];
        for (int label = 0; label < labels; label++) {
            float sum = 0;
            int row = label * features;
            for (int i = 0; i < features; i++) {
                sum += weights[row + i] * unit[i];
            }
            logits[label] = sum + bias[label];
        }
        return logits;
    }

    Tensor weightTensor() {
        return new Tensor(new int[] {labels, features}, weights);
    }

    Tensor biasTensor() {
        return new Tensor(new int[] {labels}, bias);
    }
}
