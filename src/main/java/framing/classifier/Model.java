package framing.classifier;

import framing.UserFacingException;
import framing.codebook.Codebook;
import framing.codebook.Facet;
import framing.encoder.EncoderCard;
import framing.encoder.OnnxSentenceEncoder;
import framing.encoder.Precision;
import framing.encoder.Reading;
import framing.encoder.SentenceEncoder;
import framing.encoder.TunedWeights;
import java.util.List;
import java.util.Map;

/**
 * Everything that a model folder holds, in memory.
 *
 * @param card what it is and where it comes from
 * @param codebook what its labels mean
 * @param facets the heads, by facet name
 * @param tuned what tuning changed of the encoder; nothing in the frozen tier
 */
public record Model(ModelCard card, Codebook codebook, Map<String, FacetModel> facets, TunedWeights tuned) {
    public Model {
        facets = Map.copyOf(facets);
        int width = card.encoder().width();
        for (Facet facet : codebook.facets()) {
            int features = facet.per() == Facet.Per.TARGET
                    ? card.neighbours().targetFeatures(width)
                    : card.neighbours().features(width);
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
    SentenceEncoder openEncoder(Precision precision) {
        EncoderCard wanted = card.encoder();
        SentenceEncoder encoder;
        try {
            encoder = OnnxSentenceEncoder.open(wanted.layers(), wanted.prefix(), wanted.reading(), tuned, precision);
        } catch (IllegalArgumentException e) { // layers or tensors that the encoder carried does not have
            throw another(OnnxSentenceEncoder.card(List.of(OnnxSentenceEncoder.LAYERS), "", Reading.ONE_BY_ONE));
        }
        if (!encoder.card().equals(wanted)) {
            encoder.close();
            throw another(encoder.card());
        }
        return encoder;
    }

    private UserFacingException another(EncoderCard carried) {
        return new UserFacingException(
                "The model " + card.id() + " was trained with the encoder "
                        + card.encoder().id() + " (" + shortened(card.encoder()) + "), but this program carries "
                        + carried.id() + " (" + shortened(carried) + ").",
                "Use the version of framing that the model's card names, or train the model again.");
    }

    private static String shortened(EncoderCard encoder) {
        return encoder.sha256().substring(0, Math.min(12, encoder.sha256().length()));
    }
}
