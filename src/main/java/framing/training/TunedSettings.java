package framing.training;

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
        if (seeds < 1) {
            throw new IllegalArgumentException("seeds must be at least 1, but were " + seeds);
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
