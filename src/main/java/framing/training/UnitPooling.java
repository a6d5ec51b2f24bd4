package framing.training;

import framing.encoder.OnnxSentenceEncoder;
import framing.encoder.Window.Tokens;
import framing.training.WindowReader.Unit;
import framing.training.WindowReader.Windowed;
import framing.tuning.TokenStates;
import java.util.ArrayList;
import java.util.List;

/**
 * From token states to one vector a unit, and the gradient back: the mean over a sentence's own tokens, and for a target
 * in it that mean and, after it, the mean over the target's tokens.
 */
final class UnitPooling {
    private static final int WIDTH = OnnxSentenceEncoder.LAYER_WIDTH;

    private UnitPooling() {}

    /** The vectors of all units of the windows, in order, [unit][width], twice as wide for a target. */
    static float[][] forward(List<Windowed> windows, TokenStates states) {
        List<float[]> pooled = new ArrayList<>();
        for (int w = 0; w < windows.size(); w++) {
            for (Unit unit : windows.get(w).units()) {
                float[] vector = new float[unit.means().size() * WIDTH];
                for (int mean = 0; mean < unit.means().size(); mean++) {
                    add(unit.means().get(mean), states, states.start(w), vector, mean * WIDTH);
                }
                pooled.add(vector);
            }
        }
        return pooled.toArray(float[][]::new);
    }

    private static void add(Tokens tokens, TokenStates states, int windowStart, float[] vector, int column) {
        float share = 1f / tokens.count();
        for (int token = tokens.start(); token < tokens.end(); token++) {
            int at = (windowStart + token) * WIDTH;
            for (int d = 0; d < WIDTH; d++) {
                vector[column + d] += share * states.values()[at + d];
            }
        }
    }

    /** The gradient of the token states, row by row, from that of the units' vectors. */
    static float[] backward(List<Windowed> windows, TokenStates states, float[][] dPooled) {
        float[] gradient = new float[states.values().length];
        int row = 0;
        for (int w = 0; w < windows.size(); w++) {
            for (Unit unit : windows.get(w).units()) {
                for (int mean = 0; mean < unit.means().size(); mean++) {
                    spread(unit.means().get(mean), dPooled[row], mean * WIDTH, gradient, states.start(w));
                }
                row++;
            }
        }
        return gradient;
    }

    private static void spread(Tokens tokens, float[] dVector, int column, float[] gradient, int windowStart) {
        float share = 1f / tokens.count();
        for (int token = tokens.start(); token < tokens.end(); token++) {
            int at = (windowStart + token) * WIDTH;
            for (int d = 0; d < WIDTH; d++) {
                gradient[at + d] += share * dVector[column + d];
            }
        }
    }
}
