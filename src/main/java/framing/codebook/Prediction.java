package framing.codebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a model says about one unit: for each facet of its codebook the probability of each label. Immutable. */
public final class Prediction {
    private final Codebook codebook;
    private final Map<String, LabelDistribution> distributions;

    public Prediction(Codebook codebook, Map<String, LabelDistribution> distributions) {
        this.codebook = codebook;
        this.distributions = Collections.unmodifiableMap(new LinkedHashMap<>(distributions));
    }

    /** The id of the facet's most probable label. */
    public String label(String facet) {
        return facet(facet).labels().get(distribution(facet).mostProbable()).id();
    }

    /** The probability of the facet's most probable label. */
    public float probability(String facet) {
        LabelDistribution distribution = distribution(facet);
        return distribution.probability(distribution.mostProbable());
    }

    /** The probability of a label, by its id or an alias. */
    public float probability(String facet, String label) {
        int index = facet(facet).indexOf(label);
        if (index < 0) {
            throw new IllegalArgumentException("Facet \"" + facet + "\" has the labels "
                    + facet(facet).labelIds() + ", but was asked for \"" + label + "\"");
        }
        return distribution(facet).probability(index);
    }

    /** The probabilities of all the facet's labels, in the codebook's order. */
    public LabelDistribution distribution(String facet) {
        LabelDistribution distribution = distributions.get(facet);
        if (distribution == null) {
            throw new IllegalArgumentException("The model predicts the facets " + distributions.keySet()
                    + ", but was asked for \"" + facet + "\"");
        }
        return distribution;
    }

    private Facet facet(String name) {
        return codebook.facet(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The codebook \"" + codebook.id() + "\" has no facet \"" + name + "\""));
    }
}
