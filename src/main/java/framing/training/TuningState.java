package framing.training;

import framing.tuning.AdamW;
import framing.tuning.Parameters;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Where a run of tuning stands at the end of an epoch, and the best that it has seen. */
final class TuningState {
    private final ResumableRandom random;
    private final AdamW optimizer;
    private final Parameters layers;
    private final Parameters heads;
    private final Parameters bestLayers;
    private final Parameters bestHeads;
    private double best = Double.NEGATIVE_INFINITY;
    private int epochs;

    /**
     * A run that begins.
     *
     * @param layers that the optimizer moves
     * @param heads that the optimizer moves
     */
    TuningState(long seed, AdamW optimizer, Parameters layers, Parameters heads) {
        this.random = new ResumableRandom(seed);
        this.optimizer = optimizer;
        this.layers = layers;
        this.heads = heads;
        this.bestLayers = layers.copy();
        this.bestHeads = heads.copy();
    }

    ResumableRandom random() {
        return random;
    }

    AdamW optimizer() {
        return optimizer;
    }

    /** How many epochs are done. */
    int epochs() {
        return epochs;
    }

    /** An epoch is done; NaN, the score without development units, is better than any before. */
    void finishEpoch(double score) {
        epochs++;
        if (!(score <= best)) {
            best = score;
            bestLayers.assign(layers);
            bestHeads.assign(heads);
        }
    }

    /** Brings back layers and heads as they were after the best epoch. */
    void returnToBest() {
        layers.assign(bestLayers);
        heads.assign(bestHeads);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(epochs);
        out.writeDouble(best);
        out.writeLong(random.state());
        optimizer.writeTo(out);
        for (Parameters each : new Parameters[] {layers, heads, bestLayers, bestHeads}) {
            each.writeTo(out);
        }
    }

    void readFrom(DataInput in) throws IOException {
        epochs = in.readInt();
        best = in.readDouble();
        random.goTo(in.readLong());
        optimizer.readFrom(in);
        for (Parameters each : new Parameters[] {layers, heads, bestLayers, bestHeads}) {
            each.readFrom(in);
        }
    }
}
