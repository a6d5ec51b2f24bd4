package framing.codebook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One question about a unit of text, or about a target that it mentions, answered by exactly one of its labels.
 *
 * @param name its name: the column in tables of annotations
 * @param question what the coder is asked
 * @param labels the possible answers, at least two, in the order of precedence
 * @param tieBreaks rules for doubtful cases, in order
 * @param per what is asked about
 * @param holder of a facet per target, the facet whose code says who holds the stance; empty where none does
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Facet(String name, String question, List<Label> labels, List<String> tieBreaks, Per per, String holder) {
    /** What a facet's question is asked about. */
    public enum Per {
        /** Once of every unit. */
        @JsonProperty("sentence")
        SENTENCE,
        /** Of every target that a unit mentions; a target that is absent has no answer. */
        @JsonProperty("target")
        TARGET
    }

    @JsonCreator
    public Facet(
            @JsonProperty(required = true) String name,
            @Nullable String question,
            @JsonProperty(required = true) List<Label> labels,
            @Nullable List<String> tieBreaks,
            @Nullable Per per,
            @Nullable String holder) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A facet needs a name, but it was blank");
        }
        if (labels.size() < 2) {
            throw new IllegalArgumentException(
                    "Facet \"" + name + "\" needs at least two labels, but has " + labels.size());
        }
        requireDistinctSpellings(name, labels);
        this.name = name;
        this.question = question == null ? "" : question;
        this.labels = List.copyOf(labels);
        this.tieBreaks = tieBreaks == null ? List.of() : List.copyOf(tieBreaks);
        this.per = per == null ? Per.SENTENCE : per;
        this.holder = holder == null ? "" : holder;
        if (this.per == Per.SENTENCE && !this.holder.isEmpty()) {
            throw new IllegalArgumentException(
                    "Facet \"" + name + "\" names a holder, which only a facet per target has");
        }
    }

    /** A facet of sentences. */
    public Facet(String name, @Nullable String question, List<Label> labels, @Nullable List<String> tieBreaks) {
        this(name, question, labels, tieBreaks, Per.SENTENCE, null);
    }

    private static void requireDistinctSpellings(String facet, List<Label> labels) {
        Set<String> seen = new HashSet<>();
        for (Label label : labels) {
            if (!seen.add(label.id()) || !label.aliases().stream().allMatch(seen::add)) {
                throw new IllegalArgumentException(
                        "Facet \"" + facet + "\" has an id or alias of label \"" + label.id() + "\" twice");
            }
        }
    }

    /** The place among the facet's labels of the one with this id or alias, or -1 when there is none. */
    public int indexOf(String idOrAlias) {
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i).id().equals(idOrAlias) || labels.get(i).aliases().contains(idOrAlias)) {
                return i;
            }
        }
        return -1;
    }

    /** The ids of the labels, in order. */
    @JsonIgnore
    public List<String> labelIds() {
        return labels.stream().map(Label::id).toList();
    }
}
