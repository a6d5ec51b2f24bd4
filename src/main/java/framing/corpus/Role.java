package framing.corpus;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The part a unit of text plays in its article. */
public enum Role {
    HEADLINE,
    SUBHEAD,
    BODY,
    CAPTION,
    /** Bylines, credits, related links, share and subscribe lines, navigation. */
    BOILERPLATE;

    /** The role's name in files and options: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role with this id, or empty when there is none. */
    public static Optional<Role> withId(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }
}
