package framing.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thread's share of the work: all tuned layers over some of the batch's sequences, with gradients of its own. The
 * weights belong to all threads.
 */
final class LayerStack {
    private final List<EncoderBlock> blocks = new ArrayList<>();
    private final Parameters gradients;
    private final Matrix input;
    private final Matrix gradient;
    private @Nullable TokenStates batch;

    LayerStack(List<Integer> layers, int heads, Parameters weights) {
        gradients = weights.zeros();
        String example = EncoderBlock.prefix(layers.get(0)) + "intermediate.dense.weight";
        int width = weights.rows(example);
        var workspace = new EncoderBlock.Workspace(width, weights.columns(example));
        for (int layer : layers) {
            blocks.add(new EncoderBlock(layer, heads, weights, gradients, workspace));
        }
        input = new Matrix(width);
        gradient = new Matrix(width);
    }

    /** Writes the states after the last layer to their place in those of the whole batch. */
    void forward(TokenStates share, Dropout dropout, float[] target, int position) {
        batch = share;
        input.resize(share.tokens()).write(0, share.values(), 0, share.values().length);
        Matrix states = input;
        for (EncoderBlock block : blocks) {
            states = block.forward(share, states, dropout);
        }
        states.read(0, target, position, share.values().length);
    }

    /** Overwrites the gradients, from those of the whole batch's states after the last layer. */
    void backward(float[] source, int position) {
        TokenStates share = Objects.requireNonNull(batch, "forward comes first");
        gradient.resize(share.tokens()).write(0, source, position, share.values().length);
        for (int i = blocks.size() - 1; i >= 0; i--) {
            blocks.get(i).backward(share, i == 0 ? input : blocks.get(i - 1).states(), gradient);
        }
    }

    Parameters gradients() {
        return gradients;
    }

    /** After {@link #backward}, the gradient of the states that went in. */
    Matrix inputGradient() {
        return gradient;
    }
}
