package framing.evaluation;

import java.util.List;

/**
 * The labels that coders, human or model, gave to one unit for one facet. Who gave which does not matter to agreement;
 * a coder who did not code the unit is left out.
 *
 * @param document what is resampled as a whole: the id of the unit's document, or of a larger group it belongs to
 * @param labels one label from each coder who coded the unit, as places in the facet's order
 */
public record CodedUnit(String document, List<Integer> labels) {
    public CodedUnit {
        labels = List.copyOf(labels);
    }

    /** Whether at least two coders coded the unit, so that their labels can be compared. */
    boolean pairable() {
        return labels.size() >= 2;
    }
}
