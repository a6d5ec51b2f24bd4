package framing.training;

/**
 * Weights that keep frequent labels from drowning rare ones: w_k is proportional to 1 / sqrt(n_k), scaled so that the
 * average unit weighs one. The square root is a compromise: full balance makes rare labels over-predicted.
 */
final class ClassWeights {
    private ClassWeights() {}

    /** The weight of each label, from how often each occurs; a label that never occurs weighs one. */
    static float[] of(int[] counts) {
        double units = 0;
        double weighted = 0;
        for (int count : counts) {
            units += count;
            weighted += Math.sqrt(count);
        }
        float[] weights = new float[counts.length];
        for (int label = 0; label < counts.length; label++) {
            weights[label] = counts[label] == 0 ? 1 : (float) (units / weighted / Math.sqrt(counts[label]));
        }
        return weights;
    }
}
