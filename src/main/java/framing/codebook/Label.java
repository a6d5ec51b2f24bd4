package framing.codebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One code of a facet.
 *
 * @param id its name in files
 * @param name its name for people
 * @param definition when to give it
 * @param exclusion when not to give it
 * @param aliases other spellings that tables of annotations use for it, such as 1 for yes
 * @param examples sentences that carry it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Label(
        @JsonProperty(required = true) String id,
        String name,
        String definition,
        String exclusion,
        List<String> aliases,
        List<String> examples) {
    public Label(
            String id,
            @Nullable String name,
            @Nullable String definition,
            @Nullable String exclusion,
            @Nullable List<String> aliases,
            @Nullable List<String> examples) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A label needs an id, but it was blank");
        }
        this.id = id;
        this.name = name == null ? id : name;
        this.definition = definition == null ? "" : definition;
        this.exclusion = exclusion == null ? "" : exclusion;
        this.aliases = aliases == null ? List.of() : List.copyOf(aliases);
        this.examples = examples == null ? List.of() : List.copyOf(examples);
    }

    /** A label known by its id alone, as found in a table of annotations. */
    public static Label named(String id) {
        return new Label(id, id, "", "", List.of(), List.of());
    }
}
