package framing.training;

import framing.classifier.Neighbours;
import framing.encoder.OnnxSentenceEncoder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the frozen tier learns.
 *
 * @param layers the encoder's layers that heads see, from 1 to 12
 * @param neighbours whose vectors heads see beside a unit's own, on each side, where article order is known
 * @param head how heads are fitted
 */
public record FrozenSettings(List<Integer> layers, int neighbours, HeadSettings head) {
    public static final FrozenSettings DEFAULT =
            new FrozenSettings(List.of(2, 4, 6, 8, 10, 12), 0, HeadSettings.DEFAULT);

    public FrozenSettings {
        layers = List.copyOf(layers);
        if (layers.isEmpty()
                || layers.stream().anyMatch(layer -> layer < 1 || layer > OnnxSentenceEncoder.LAYERS)
                || layers.stream().distinct().count() < layers.size()) {
            throw new IllegalArgumentException(
                    "layers must be different ones from 1 to " + OnnxSentenceEncoder.LAYERS + ", but were " + layers);
        }
        if (neighbours < 0 || neighbours > Neighbours.FARTHEST) {
            throw new IllegalArgumentException(
                    "neighbours must be between 0 and " + Neighbours.FARTHEST + ", but were " + neighbours);
        }
    }

    /** The settings by name, for a model's provenance; the encoder's card has the rest. */
    Map<String, String> asMap() {
        Map<String, String> settings = new TreeMap<>(head.asMap());
        settings.put("neighbours", String.valueOf(neighbours));
        return settings;
    }
}
