package framing.corpus;

import java.util.Locale;

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
}
