package framing.classifier;

import framing.encoder.EncoderCard;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a model is, in the file {@code model.yaml}.
 *
 * @param format the version of the folder's layout
 * @param id its name
 * @param version the first eight digits of its weights' SHA-256: two models of one version are the same
 * @param tier how it was trained: "frozen" heads over an encoder as it came
 * @param encoder the encoder that it needs
 * @param neighbours whose vectors its heads see beside the unit's own
 * @param facets what it predicts
 * @param provenance where it comes from
 */
public record ModelCard(
        int format,
        String id,
        String version,
        String tier,
        EncoderCard encoder,
        Neighbours neighbours,
        List<FacetCard> facets,
        Provenance provenance) {
    /** The layout that this program writes and reads. */
    public static final int FORMAT = 1;

    public ModelCard {
        facets = List.copyOf(facets);
        Objects.requireNonNull(encoder, "the card names no encoder");
        Objects.requireNonNull(neighbours, "the card names no neighbours");
        Objects.requireNonNull(provenance, "the card has no provenance");
    }

    /**
     * One facet in the card.
     *
     * @param name the facet
     * @param labels its label ids, in the order of the head
     * @param temperature of its calibration
     * @param test headline figures on the test set, used once, or of folds where there is none: macro_f1, accuracy, alpha,
     *     expected_calibration_error and units; empty when no coded unit was left to judge by
     */
    public record FacetCard(String name, List<String> labels, double temperature, Map<String, Double> test) {
        public FacetCard {
            labels = List.copyOf(labels);
            test = Map.copyOf(test);
        }
    }

    /** The model's name and version, as output carries it. */
    public String reference() {
        return id + "@" + version;
    }

    ModelCard withVersion(String newVersion) {
        return new ModelCard(format, id, newVersion, tier, encoder, neighbours, facets, provenance);
    }
}
