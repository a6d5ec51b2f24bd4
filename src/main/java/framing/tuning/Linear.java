package framing.tuning;

import java.util.Arrays;

/** y = xW + b for every token, with W [in x out]. One thread at a time. */
final class Linear {
    private final Matrix weight;
    private final Matrix bias;
    private final Matrix weightGradient;
    private final Matrix biasGradient;
    private final float[] row;
    private final float[] sum;

    /** The layer of this name, say {@code encoder.layer.8.intermediate.dense}. */
    Linear(String name, Parameters weights, Parameters gradients) {
        weight = weights.matrix(name + ".weight");
        bias = weights.matrix(name + ".bias");
        weightGradient = gradients.matrix(name + ".weight");
        biasGradient = gradients.matrix(name + ".bias");
        row = new float[weight.columns()];
        sum = new float[weight.columns()];
    }

    int outputWidth() {
        return weight.columns();
    }

    void forward(Matrix x, Matrix y) {
        y.resize(x.rows());
        bias.read(0, row);
        for (int token = 0; token < y.rows(); token++) {
            y.write(token, row);
        }
        y.all().addProduct(x.all(), weight.all());
    }

    /** dW = x' dy and db = the sum of dy over tokens, both overwritten. */
    void backwardToWeights(Matrix x, Matrix dy) {
        weightGradient.all().setToProduct(x.all().transpose(), dy.all());
        Arrays.fill(sum, 0);
        for (int token = 0; token < dy.rows(); token++) {
            dy.read(token, row);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += row[i];
            }
        }
        biasGradient.write(0, sum);
    }

    /** dx = dy W'. */
    void backwardToInput(Matrix dy, Matrix dx) {
        dx.resize(dy.rows()).all().setToProduct(dy.all(), weight.all().transpose());
    }

    /** dx = dx + dy W', where x goes several ways. */
    void addBackwardToInput(Matrix dy, Matrix dx) {
        dx.all().addProduct(dy.all(), weight.all().transpose());
    }
}
