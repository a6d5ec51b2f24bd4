package framing.tuning;

/**
 * Scaled dot-product attention of several heads (Vaswani et al. 2017, equation 1), each token to the tokens of its own
 * sequence: P = softmax(QK' / sqrt d), context = PV, with d the width of a head. Sequences lie packed, so there is nothing
 * to mask. Remembers P for the way back. One thread at a time.
 */
final class SelfAttention {
    private final int heads;
    private final int headWidth;
    private final float scale;
    private final Matrix probabilities = new Matrix(1);
    private final Matrix probabilityGradient = new Matrix(1);
    private float[] p = new float[0];
    private float[] dp = new float[0];

    /** Queries, keys and values of all tokens, each [tokens x width]; or their gradients. */
    record Inputs(Matrix query, Matrix key, Matrix value) {
        static Inputs ofWidth(int width) {
            return new Inputs(new Matrix(width), new Matrix(width), new Matrix(width));
        }

        void resize(int tokens) {
            query.resize(tokens);
            key.resize(tokens);
            value.resize(tokens);
        }
    }

    SelfAttention(int width, int heads) {
        if (heads < 1 || width % heads != 0) {
            throw new IllegalArgumentException("a width of " + width + " cannot be divided among " + heads + " heads");
        }
        this.heads = heads;
        this.headWidth = width / heads;
        this.scale = (float) (1 / Math.sqrt(headWidth));
    }

    /** The context of every token, [tokens x width]. */
    void forward(TokenStates batch, Inputs inputs, Matrix context) {
        context.resize(batch.tokens());
        makeRoom(batch);
        int position = 0;
        for (int sequence = 0; sequence < batch.sequences(); sequence++) {
            int start = batch.start(sequence);
            int length = batch.length(sequence);
            for (int head = 0; head < heads; head++) {
                MatrixView attended = probabilities.reshaped(position, length, length);
                attended.setToProduct(
                        scale,
                        part(head, inputs.query, start, length),
                        part(head, inputs.key, start, length).transpose());
                probabilities.read(position, p, 0, length * length);
                softmax(p, length);
                probabilities.write(position, p, 0, length * length);
                part(head, context, start, length).setToProduct(attended, part(head, inputs.value, start, length));
                position += length * length;
            }
        }
    }

    /** The part of a matrix that one head sees of one sequence. */
    private MatrixView part(int head, Matrix matrix, int start, int length) {
        return matrix.block(start, length, head * headWidth, headWidth);
    }

    private void makeRoom(TokenStates batch) {
        int longest = 0;
        int size = 0;
        for (int sequence = 0; sequence < batch.sequences(); sequence++) {
            int square = batch.length(sequence) * batch.length(sequence);
            longest = Math.max(longest, square);
            size = Math.addExact(size, Math.multiplyExact(heads, square));
        }
        probabilities.resize(size);
        probabilityGradient.resize(longest);
        if (p.length < longest) {
            p = new float[longest];
            dp = new float[longest];
        }
    }

    /** Softmax of each row of a square matrix; the largest number of a row is taken off first, so nothing overflows. */
    private static void softmax(float[] p, int length) {
        for (int from = 0; from < length * length; from += length) {
            float largest = p[from];
            for (int i = from + 1; i < from + length; i++) {
                largest = Math.max(largest, p[i]);
            }
            for (int i = from; i < from + length; i++) {
                p[i] = largest - p[i];
            }
        }
        Exponential.ofNegative(p, length * length);
        for (int from = 0; from < length * length; from += length) {
            float inverse = 1 / Sums.sum(p, from, length);
            for (int i = from; i < from + length; i++) {
                p[i] *= inverse;
            }
        }
    }

    /** The gradients of queries, keys and values from that of the context. */
    void backward(TokenStates batch, Inputs inputs, Matrix gradient, Inputs gradients) {
        gradients.resize(gradient.rows());
        int position = 0;
        for (int sequence = 0; sequence < batch.sequences(); sequence++) {
            int start = batch.start(sequence);
            int length = batch.length(sequence);
            for (int head = 0; head < heads; head++) {
                MatrixView dContext = part(head, gradient, start, length);
                MatrixView attended = probabilities.reshaped(position, length, length);
                part(head, gradients.value, start, length).setToProduct(attended.transpose(), dContext);
                MatrixView dScores = probabilityGradient.reshaped(0, length, length);
                dScores.setToProduct(
                        dContext, part(head, inputs.value, start, length).transpose());
                softmaxBackward(position, length);
                part(head, gradients.query, start, length)
                        .setToProduct(scale, dScores, part(head, inputs.key, start, length));
                part(head, gradients.key, start, length)
                        .setToProduct(scale, dScores.transpose(), part(head, inputs.query, start, length));
                position += length * length;
            }
        }
    }

    /** dS = P * (dP - the sum of dP * P over the row), in the place of dP. */
    private void softmaxBackward(int position, int length) {
        probabilities.read(position, p, 0, length * length);
        probabilityGradient.read(0, dp, 0, length * length);
        for (int from = 0; from < length * length; from += length) {
            float mean = Sums.dot(p, dp, from, length);
            for (int i = from; i < from + length; i++) {
                dp[i] = p[i] * (dp[i] - mean);
            }
        }
        probabilityGradient.write(0, dp, 0, length * length);
    }
}
