package framing.tuning;

/**
 * Add and norm (Vaswani et al. 2017, section 3.1), after the layer as BERT has it: y = LayerNorm(x + dropout(f)), where f
 * is what attention or the feed-forward network made of x. LayerNorm (Ba, Kiros and Hinton 2016) is over one token's
 * vector: y = gamma * n + beta with n = (s - mean(s)) / sqrt(var(s) + epsilon). Remembers n and 1 / sqrt(...) for the
 * way back. One thread at a time.
 */
final class AddAndNorm {
    private static final float EPSILON = 1e-12f;

    private final Matrix gamma;
    private final Matrix beta;
    private final Matrix gammaGradient;
    private final Matrix betaGradient;
    private final Matrix normalized;
    private final Matrix inverseDeviation = new Matrix(1);
    private Dropout dropout = Dropout.NONE;

    private final float[] first;
    private final float[] second;
    private final float[] scale;
    private final float[] shift;
    private final float[] one = new float[1];

    /** The norm of this name, say {@code encoder.layer.8.output.LayerNorm}. */
    AddAndNorm(String name, Parameters weights, Parameters gradients) {
        gamma = weights.matrix(name + ".weight");
        beta = weights.matrix(name + ".bias");
        gammaGradient = gradients.matrix(name + ".weight");
        betaGradient = gradients.matrix(name + ".bias");
        int width = gamma.columns();
        normalized = new Matrix(width);
        first = new float[width];
        second = new float[width];
        scale = new float[width];
        shift = new float[width];
    }

    /** y = LayerNorm(x + dropout(f)). */
    void forward(Matrix x, Matrix f, Matrix y, Dropout chosen) {
        dropout = chosen;
        y.resize(x.rows());
        normalized.resize(x.rows());
        inverseDeviation.resize(x.rows());
        gamma.read(0, scale);
        beta.read(0, shift);
        for (int token = 0; token < x.rows(); token++) {
            x.read(token, first);
            f.read(token, second);
            dropout.apply(second, token);
            one[0] = normalize(first, second);
            inverseDeviation.write(token, one);
            normalized.write(token, first);
            for (int i = 0; i < first.length; i++) {
                first[i] = first[i] * scale[i] + shift[i];
            }
            y.write(token, first);
        }
    }

    /** Makes x the normalised x + f and returns what it was divided by, inverted. */
    private static float normalize(float[] x, float[] f) {
        for (int i = 0; i < x.length; i++) {
            x[i] += f[i];
        }
        float mean = Sums.sum(x, 0, x.length) / x.length;
        for (int i = 0; i < x.length; i++) {
            x[i] -= mean;
        }
        float inverse = (float) (1 / Math.sqrt(Sums.dot(x, x, 0, x.length) / x.length + EPSILON));
        for (int i = 0; i < x.length; i++) {
            x[i] *= inverse;
        }
        return inverse;
    }

    /**
     * From the gradient of y, which becomes the gradient of x, to that of f. With g = dy * gamma, both are
     * (g - mean(g) - n mean(g * n)) / sqrt(var + epsilon), the one of f without what was dropped.
     */
    void backward(Matrix gradient, Matrix gradientOfBranch) {
        gradientOfBranch.resize(gradient.rows());
        gamma.read(0, scale);
        float[] gammaSum = new float[scale.length];
        float[] betaSum = new float[scale.length];
        for (int token = 0; token < gradient.rows(); token++) {
            gradient.read(token, first);
            normalized.read(token, second);
            inverseDeviation.read(token, one);
            addTo(gammaSum, betaSum, first, second);
            backward(first, second, scale, one[0]);
            gradient.write(token, first);
            dropout.apply(first, token);
            gradientOfBranch.write(token, first);
        }
        gammaGradient.write(0, gammaSum);
        betaGradient.write(0, betaSum);
    }

    private static void addTo(float[] gammaSum, float[] betaSum, float[] dy, float[] n) {
        for (int i = 0; i < dy.length; i++) {
            gammaSum[i] += dy[i] * n[i];
        }
        for (int i = 0; i < dy.length; i++) {
            betaSum[i] += dy[i];
        }
    }

    private static void backward(float[] g, float[] n, float[] gamma, float inverse) {
        for (int i = 0; i < g.length; i++) {
            g[i] *= gamma[i];
        }
        float mean = Sums.sum(g, 0, g.length) / g.length;
        float slope = Sums.dot(g, n, 0, g.length) / g.length;
        for (int i = 0; i < g.length; i++) {
            g[i] = (g[i] - mean - n[i] * slope) * inverse;
        }
    }
}
