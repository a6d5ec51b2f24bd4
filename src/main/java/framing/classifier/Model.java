package framing.classifier;

import framing.UserFacingException;
import framing.codebook.Codebook;
import framing.codebook.Facet;
import framing.encoder.EncoderCard;
import framing.encoder.OnnxSentenceEncoder;
import framing.encoder.SentenceEncoder;
import java.util.List;
import java.util.Map;

/**
 * Everything that a model folder holds, in memory.
 *
 * @param card what it is and where it comes from
 * @param codebook what its labels mean
 * @param facets the heads, by facet name
 */
public record Model(ModelCard card, Codebook codebook, Map<String, FacetModel> facets) {
    public Model {
        facets = Map.copyOf(facets);
        int features = card.neighbours().features(card.encoder().width());
        for (Facet facet : codebook.facets()) {
            FacetModel model = facets.get(facet.name());
            if (model == null
                    || model.head().labels() != facet.labels().size()
                    || model.head().features() != features) {
                throw new IllegalArgumentException("facet \"" + facet.name() + "\" needs a head of "
                        + facet.labels().size() + " labels over " + features + " features");
            }
        }
    }

    Neighbours neighbours() {
        return card.neighbours();
    }

    FacetModel facet(String name) {
        FacetModel model = facets.get(name);
        if (model == null) {
            throw new IllegalArgumentException("The model has no facet \"" + name + "\"");
        }
        return model;
    }

    /** Opens the encoder that the model was trained with, or says that this program carries another. */
    SentenceEncoder openEncoder() {
        EncoderCard wanted = card.encoder();
        SentenceEncoder encoder = open(wanted);
        if (!encoder.card().equals(wanted)) {
            encoder.close();
            throw new UserFacingException(
                    "The model " + card.id() + " was trained with the encoder " + wanted.id() + " ("
                            + shortened(wanted) + "), but this program carries "
                            + encoder.card().id() + " ("
                            + shortened(encoder.card()) + ").",
                    "Use the version of framing that the model's card names, or train the model again.");
        }
        return encoder;
    }

    private static SentenceEncoder open(EncoderCard wanted) {
        try {
            return OnnxSentenceEncoder.open(wanted.layers(), wanted.prefix(), wanted.reading());
        } catch (IllegalArgumentException e) { // layers that the encoder carried does not have: it is another one
            return OnnxSentenceEncoder.open(List.of(OnnxSentenceEncoder.LAYERS), wanted.prefix(), wanted.reading());
        }
    }

    private static String shortened(EncoderCard card) {
        return card.sha256().substring(0, Math.min(12, card.sha256().length()));
    }
}
