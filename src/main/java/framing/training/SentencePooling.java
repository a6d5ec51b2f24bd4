package framing.training;

import framing.encoder.OnnxSentenceEncoder;
import framing.encoder.Window;
import framing.tuning.TokenStates;
import java.util.List;

/** From token states to one vector a sentence, the mean over its own tokens, and the gradient back. */
final class SentencePooling {
    private static final int WIDTH = OnnxSentenceEncoder.LAYER_WIDTH;

    private SentencePooling() {}

    /** The vectors of all sentences of the windows, in order, [sentence][width]. */
    static float[][] forward(List<Window> windows, TokenStates states) {
        float[][] pooled = new float[sentences(windows)][WIDTH];
        int row = 0;
        for (int w = 0; w < windows.size(); w++) {
            Window window = windows.get(w);
            for (int s = 0; s < window.sentences(); s++, row++) {
                float share = 1f / (window.end(s) - window.start(s));
                for (int token = window.start(s); token < window.end(s); token++) {
                    int at = (states.start(w) + token) * WIDTH;
                    for (int d = 0; d < WIDTH; d++) {
                        pooled[row][d] += share * states.values()[at + d];
                    }
                }
            }
        }
        return pooled;
    }

    /** The gradient of the token states, row by row, from that of the sentences. */
    static float[] backward(List<Window> windows, TokenStates states, float[][] dPooled) {
        float[] gradient = new float[states.values().length];
        int row = 0;
        for (int w = 0; w < windows.size(); w++) {
            Window window = windows.get(w);
            for (int s = 0; s < window.sentences(); s++, row++) {
                float share = 1f / (window.end(s) - window.start(s));
                for (int token = window.start(s); token < window.end(s); token++) {
                    int at = (states.start(w) + token) * WIDTH;
                    for (int d = 0; d < WIDTH; d++) {
                        gradient[at + d] = share * dPooled[row][d];
                    }
                }
            }
        }
        return gradient;
    }

    private static int sentences(List<Window> windows) {
        return windows.stream().mapToInt(Window::sentences).sum();
    }
}
