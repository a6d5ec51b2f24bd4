package framing.training;

import framing.encoder.OnnxSentenceEncoder;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the tuned tier learns.
 *
 * @param layers how many of the encoder's upper layers are trained
 * @param windowTokens the most tokens of a window of sentences where article order is known
 * @param epochs passes over the training units
 * @param batchTokens about how many tokens a step sees
 * @param learningRate of the encoder's layers at its highest
 * @param headLearningRate of the heads at its highest
 * @param dropout of the layers' outputs and of the pooled vectors
 * @param roughening share of the sentences of articles that lose commas, quotation marks or apostrophes in an epoch
 * @param seeds how often training is done, each time with another seed; the weights are averaged
 */
public record TunedSettings(
        int layers,
        int windowTokens,
        int epochs,
        int batchTokens,
        double learningRate,
        double headLearningRate,
        double dropout,
        double roughening,
        int seeds) {
    public static final TunedSettings DEFAULT = new TunedSettings(8, 128, 5, 1024, 1.5e-4, 1e-3, 0.1, 1.0 / 3, 1);

    public TunedSettings {
        requirePositive("epochs", epochs);
        requirePositive("batch tokens", batchTokens);
        requirePositive("seeds", seeds);
        if (layers < 1 || layers >= OnnxSentenceEncoder.LAYERS) {
            throw new IllegalArgumentException(
                    "tuned layers must be from 1 to " + (OnnxSentenceEncoder.LAYERS - 1) + ", but were " + layers);
        }
        if (!(learningRate > 0 && headLearningRate > 0 && dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException(
                    "learning rates must be positive and dropout from 0 to below 1, but were " + learningRate + ", "
                            + headLearningRate + " and " + dropout);
        }
        if (!(roughening >= 0 && roughening <= 1)) {
            throw new IllegalArgumentException("roughening must be from 0 to 1, but was " + roughening);
        }
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, but were " + value);
        }
    }

    /** The settings by name, for a model's provenance. */
    Map<String, String> asMap() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("tuned_layers", String.valueOf(layers));
        settings.put("epochs", String.valueOf(epochs));
        settings.put("batch_tokens", String.valueOf(batchTokens));
        settings.put("learning_rate", String.valueOf(learningRate));
        settings.put("head_learning_rate", String.valueOf(headLearningRate));
        settings.put("dropout", String.valueOf(dropout));
        settings.put("roughening", String.valueOf(roughening));
        settings.put("seeds", String.valueOf(seeds));
        return settings;
    }
}
