package framing.codebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a model says about one unit.
 *
 * @param facets the probabilities for each facet, in the codebook's order
 */
public record Prediction(Map<String, LabelDistribution> facets) {
    public Prediction {
        facets = Collections.unmodifiableMap(new LinkedHashMap<>(facets));
    }
}
