package framing.codebook;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One question about a unit of text, answered by exactly one of its labels.
 *
 * @param name its name: the column in tables of annotations
 * @param question what the coder is asked
 * @param labels the possible answers, at least two, in the order of precedence
 * @param tieBreaks rules for doubtful cases, in order
 */
public record Facet(String name, String question, List<Label> labels, List<String> tieBreaks) {
    public Facet {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A facet needs a name, but it was blank");
        }
        if (labels.size() < 2) {
            throw new IllegalArgumentException(
                    "Facet \"" + name + "\" needs at least two labels, but has " + labels.size());
        }
        Set<String> seen = new HashSet<>();
        for (Label label : labels) {
            if (!seen.add(label.id())) {
                throw new IllegalArgumentException("Facet \"" + name + "\" has the label \"" + label.id() + "\" twice");
            }
        }
        labels = List.copyOf(labels);
        tieBreaks = List.copyOf(tieBreaks);
    }

    /** The place of a label among the facet's labels, or -1 when it has no such label. */
    public int indexOf(String labelId) {
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i).id().equals(labelId)) {
                return i;
            }
        }
        return -1;
    }

    /** The ids of the labels, in order. */
    public List<String> labelIds() {
        return labels.stream().map(Label::id).toList();
    }
}
