package framing.training;

import framing.UserFacingException;
import framing.encoder.OnnxSentenceEncoder;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * How the tuned tier learns.
 *
 * @param topLayer the encoder's layer that the heads read, those above it are left out of the model; empty lets the way of
 *     reading decide
 * @param layers how many layers are trained, the top layer and those next below it; empty for all but the lowest four,
 *     and at least one
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
        OptionalInt topLayer,
        OptionalInt layers,
        int windowTokens,
        int epochs,
        int batchTokens,
        double learningRate,
        double headLearningRate,
        double dropout,
        double roughening,
        int seeds) {
    public static final TunedSettings DEFAULT =
            new TunedSettings(OptionalInt.empty(), OptionalInt.empty(), 128, 5, 1024, 1.5e-4, 1e-3, 0.1, 1.0 / 3, 1);

    private static final int TOP_LAYER_OF_SENTENCES = 8;
    private static final int LAYERS_AS_THEY_CAME = 4;

    public TunedSettings {
        requirePositive("epochs", epochs);
        requirePositive("batch tokens", batchTokens);
        requirePositive("seeds", seeds);
        int top = topLayer.orElse(OnnxSentenceEncoder.LAYERS);
        if (top < 2 || top > OnnxSentenceEncoder.LAYERS) {
            throw new IllegalArgumentException(
                    "the top layer must be from 2 to " + OnnxSentenceEncoder.LAYERS + ", but was " + top);
        }
        if (layers.isPresent() && (layers.getAsInt() < 1 || layers.getAsInt() >= top)) {
            throw new IllegalArgumentException("tuned layers must be from 1 to " + (top - 1) + " with the top layer "
                    + top + ", but were " + layers.getAsInt());
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

    /**
     * The settings with their layers decided: all of the encoder for windows of an article, its lower two thirds for a
     * sentence alone.
     *
     * @param windows whether sentences are read together
     * @throws UserFacingException when there are not so many layers below the top layer
     */
    TunedSettings decided(boolean windows) {
        int top = topLayer.orElse(windows ? OnnxSentenceEncoder.LAYERS : TOP_LAYER_OF_SENTENCES);
        int trained = layers.orElse(Math.max(1, top - LAYERS_AS_THEY_CAME));
        try {
            return new TunedSettings(
                    OptionalInt.of(top),
                    OptionalInt.of(trained),
                    windowTokens,
                    epochs,
                    batchTokens,
                    learningRate,
                    headLearningRate,
                    dropout,
                    roughening,
                    seeds);
        } catch (IllegalArgumentException e) {
            throw new UserFacingException(e.getMessage() + ".", "Give --top-layer 12, or fewer --tuned-layers.", e);
        }
    }

    /** The settings by name, once decided, for a model's provenance. */
    Map<String, String> asMap() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("top_layer", String.valueOf(topLayer.orElseThrow()));
        settings.put("tuned_layers", String.valueOf(layers.orElseThrow()));
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
