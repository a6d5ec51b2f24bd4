package framing.codebook;

import framing.corpus.Sentence;
import framing.corpus.Span;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a human coder said about one unit, or about one target in it.
 *
 * @param sentence the unit; its document id and index give article order where {@code ordered}
 * @param ordered whether the table named the unit's document and place in it
 * @param group what must not be split between training and test: the document, the outlet, ...
 * @param target the stretch of the unit's text that names the target; null when the unit as a whole was coded
 * @param labels the label id of each facet that was coded
 * @param alsoAcceptable a second acceptable label id, for some facets
 * @param line the line of the table, counted from 1
 */
public record Annotation(
        Sentence sentence,
        boolean ordered,
        String group,
        @Nullable Span target,
        Map<String, String> labels,
        Map<String, String> alsoAcceptable,
        long line) {
    public Annotation {
        labels = Map.copyOf(labels);
        alsoAcceptable = Map.copyOf(alsoAcceptable);
    }

    /** The label id given for the facet, or null when the unit was not coded for it. */
    public @Nullable String label(String facet) {
        return labels.get(facet);
    }
}
