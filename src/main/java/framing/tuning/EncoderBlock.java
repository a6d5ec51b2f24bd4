package framing.tuning;

/**
 * One layer of BERT (Devlin et al. 2019; Vaswani et al. 2017, section 3), forward and backward, over packed sequences:
 *
 * <pre>
 *   Q, K, V = x Wq + bq, x Wk + bk, x Wv + bv
 *   h = LayerNorm(x + dropout(softmax(QK' / sqrt d) V Wo + bo))
 *   y = LayerNorm(h + dropout(gelu(h W1 + b1) W2 + b2))
 * </pre>
 *
 * <p>Written by hand because ND4J's automatic differentiation (SameDiff) takes three times as long and five times the
 * memory. Keeps what the way back needs of the last batch, about 7,000 floats a token. One thread at a time; blocks on
 * other threads may share the weights but have their own gradients.
 */
final class EncoderBlock {
    private final int layer;
    private final Linear query;
    private final Linear key;
    private final Linear value;
    private final SelfAttention attention;
    private final Linear attentionOutput;
    private final AddAndNorm attentionNorm;
    private final Linear intermediate;
    private final Gelu gelu;
    private final Linear output;
    private final AddAndNorm outputNorm;
    private final Workspace workspace;

    private final SelfAttention.Inputs projections;
    private final Matrix context;
    private final Matrix h;
    private final Matrix activation;
    private final Matrix slope;
    private final Matrix y;

    /** What the blocks of one thread need only for the moment, so that they can share it. */
    static final class Workspace {
        private final Matrix branch;
        private final Matrix wide;
        private final Matrix dContext;
        private final SelfAttention.Inputs dProjections;

        Workspace(int width, int feedForwardWidth) {
            branch = new Matrix(width);
            wide = new Matrix(feedForwardWidth);
            dContext = new Matrix(width);
            dProjections = SelfAttention.Inputs.ofWidth(width);
        }
    }

    /** The names of a layer's sixteen tensors begin so. */
    static String prefix(int layer) {
        return "encoder.layer." + layer + ".";
    }

    EncoderBlock(int layer, int heads, Parameters weights, Parameters gradients, Workspace workspace) {
        this.layer = layer;
        this.workspace = workspace;
        String name = prefix(layer);
        query = new Linear(name + "attention.self.query", weights, gradients);
        key = new Linear(name + "attention.self.key", weights, gradients);
        value = new Linear(name + "attention.self.value", weights, gradients);
        attentionOutput = new Linear(name + "attention.output.dense", weights, gradients);
        attentionNorm = new AddAndNorm(name + "attention.output.LayerNorm", weights, gradients);
        intermediate = new Linear(name + "intermediate.dense", weights, gradients);
        output = new Linear(name + "output.dense", weights, gradients);
        outputNorm = new AddAndNorm(name + "output.LayerNorm", weights, gradients);
        int width = output.outputWidth();
        attention = new SelfAttention(width, heads);
        gelu = new Gelu(intermediate.outputWidth());
        projections = SelfAttention.Inputs.ofWidth(width);
        context = new Matrix(width);
        h = new Matrix(width);
        activation = new Matrix(intermediate.outputWidth());
        slope = new Matrix(intermediate.outputWidth());
        y = new Matrix(width);
    }

    /** The states after the layer; they stay valid until the next batch. */
    Matrix forward(TokenStates batch, Matrix x, Dropout dropout) {
        query.forward(x, projections.query());
        key.forward(x, projections.key());
        value.forward(x, projections.value());
        attention.forward(batch, projections, context);
        attentionOutput.forward(context, workspace.branch);
        attentionNorm.forward(x, workspace.branch, h, dropout.at(2 * layer));

        intermediate.forward(h, activation);
        activate();
        output.forward(activation, workspace.branch);
        outputNorm.forward(h, workspace.branch, y, dropout.at(2 * layer + 1));
        return y;
    }

    /** The states after the layer, of the last batch. */
    Matrix states() {
        return y;
    }

    /** The feed-forward network's gelu, in place, and its slope for the way back. */
    private void activate() {
        slope.resize(activation.rows());
        float[] u = new float[activation.columns()];
        float[] slopes = new float[u.length];
        for (int token = 0; token < activation.rows(); token++) {
            activation.read(token, u);
            gelu.apply(u, slopes);
            activation.write(token, u);
            slope.write(token, slopes);
        }
    }

    /**
     * Overwrites the gradients of the layer's tensors with those of the last batch.
     *
     * @param x        the states that went into {@link #forward}
     * @param gradient of the states after the layer; becomes that of the states before it
     */
    void backward(TokenStates batch, Matrix x, Matrix gradient) {
        outputNorm.backward(gradient, workspace.branch);
        output.backwardToWeights(activation, workspace.branch);
        output.backwardToInput(workspace.branch, workspace.wide);
        multiplyBySlope(workspace.wide);
        intermediate.backwardToWeights(h, workspace.wide);
        intermediate.addBackwardToInput(workspace.wide, gradient);

        attentionNorm.backward(gradient, workspace.branch);
        attentionOutput.backwardToWeights(context, workspace.branch);
        attentionOutput.backwardToInput(workspace.branch, workspace.dContext);
        attention.backward(batch, projections, workspace.dContext, workspace.dProjections);
        backward(query, x, workspace.dProjections.query(), gradient);
        backward(key, x, workspace.dProjections.key(), gradient);
        backward(value, x, workspace.dProjections.value(), gradient);
    }

    private static void backward(Linear projection, Matrix x, Matrix dProjection, Matrix gradient) {
        projection.backwardToWeights(x, dProjection);
        projection.addBackwardToInput(dProjection, gradient);
    }

    private void multiplyBySlope(Matrix gradient) {
        float[] row = new float[gradient.columns()];
        float[] slopes = new float[row.length];
        for (int token = 0; token < gradient.rows(); token++) {
            gradient.read(token, row);
            slope.read(token, slopes);
            for (int i = 0; i < row.length; i++) {
                row[i] *= slopes[i];
            }
            gradient.write(token, row);
        }
    }
}
