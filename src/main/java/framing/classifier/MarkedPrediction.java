package framing.classifier;

import framing.codebook.Prediction;
import java.util.List;

/**
 * What a model says about a sentence and about the targets marked in it.
 *
 * @param sentence of the facets per sentence
 * @param targets one a mark, in order, of the facets per target
 */
public record MarkedPrediction(Prediction sentence, List<Prediction> targets) {
    public MarkedPrediction {
        targets = List.copyOf(targets);
    }
}
