package framing.codebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something that a study asks about: a state, an army, an armed group, a person.
 *
 * @param id its name in files
 * @param name its name for people
 * @param aliases how texts name it
 * @param pattern a regular expression for what aliases cannot say; empty for none
 */
public record Target(String id, String name, List<String> aliases, String pattern) {
    public Target(
            @JsonProperty(required = true) String id,
            @Nullable String name,
            @Nullable List<String> aliases,
            @Nullable String pattern) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a target needs an id, but it was blank");
        }
        this.id = id;
        this.name = name == null ? id : name;
        this.aliases = aliases == null ? List.of() : List.copyOf(aliases);
        this.pattern = pattern == null ? "" : pattern;
        if (this.aliases.isEmpty() && this.pattern.isEmpty()) {
            throw new IllegalArgumentException("target \"" + id + "\" needs an alias or a pattern");
        }
        for (String alias : this.aliases) {
            if (alias.chars().noneMatch(Character::isLetterOrDigit)) {
                throw new IllegalArgumentException(
                        "target \"" + id + "\" has the alias \"" + alias + "\", which names nothing");
            }
        }
        requireUsable(id, this.pattern);
    }

    private static void requireUsable(String id, String pattern) {
        try {
            if (!pattern.isEmpty() && Pattern.compile(pattern).matcher("").find()) {
                throw new IllegalArgumentException(
                        "target \"" + id + "\" has the pattern \"" + pattern + "\", which matches everywhere");
            }
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "target \"" + id + "\" has the pattern \"" + pattern + "\", which is no regular expression: "
                            + e.getDescription(),
                    e);
        }
    }
}
