package framing.codebook;

import java.util.List;

/**
 * One code of a facet.
 *
 * @param id its name in files: letters, digits, underscores, hyphens and the like, never blank
 * @param name its name for people
 * @param definition when to give it
 * @param exclusion when not to give it
 * @param examples sentences that carry it
 */
public record Label(String id, String name, String definition, String exclusion, List<String> examples) {
    public Label {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A label needs an id, but it was blank");
        }
        examples = List.copyOf(examples);
    }

    /** A label known by its id alone, as found in a table of annotations. */
    public static Label named(String id) {
        return new Label(id, id, "", "", List.of());
    }
}
