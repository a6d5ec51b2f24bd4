package framing.codebook;

import framing.corpus.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What was read from tables of annotations.
 *
 * @param annotations the usable rows, in article order where the tables name it, else in the order of the files
 * @param codebook the codebook that the labels belong to: the given one, cut to the facets in use, or one made of the
 *     labels found
 * @param documentsKnown whether the tables name each unit's document
 * @param ordered whether they also name its place in the document
 * @param rejected the rows that could not be used
 * @param mixed the facets of a codebook made of the labels found that may have been meant to be asked of targets
 */
public record AnnotationTable(
        List<Annotation> annotations,
        Codebook codebook,
        boolean documentsKnown,
        boolean ordered,
        List<Row.Rejected<Annotation>> rejected,
        List<MixedFacet> mixed) {
    public AnnotationTable {
        annotations = List.copyOf(annotations);
        rejected = List.copyOf(rejected);
        mixed = List.copyOf(mixed);
    }

    /** For each annotation what must stay on one side of a split. */
    public List<String> groups() {
        return annotations.stream().map(Annotation::group).toList();
    }

    /** How many documents lack sentences before their last: their places, counted from 0 or 1, have gaps. */
    public long incompleteDocuments() {
        Map<String, TreeSet<Integer>> places = new HashMap<>();
        annotations.stream()
                .filter(Annotation::ordered)
                .forEach(a -> places.computeIfAbsent(a.sentence().documentId(), d -> new TreeSet<>())
                        .add(a.sentence().index()));
        return places.values().stream()
                .filter(found -> found.last() - Math.min(found.first(), 1) >= found.size())
                .count();
    }

    /**
     * How many units repeat an earlier unit's text, and its target, in any document, with another label for the facet. People disagree
     * and articles repeat themselves, so these are told and not rejected.
     */
    public long conflicts(String facet) {
        Map<String, String> first = new HashMap<>();
        return annotations.stream()
                .filter(a -> {
                    String label = a.label(facet);
                    String earlier = label == null
                            ? null
                            : first.putIfAbsent(
                                    a.target() + " in " + a.sentence().text(), label);
                    return earlier != null && !earlier.equals(label);
                })
                .count();
    }
}
