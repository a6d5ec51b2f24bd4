package framing.corpus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One article.
 *
 * @param id its id in the corpus; never blank
 * @param title its headline, or the empty string
 * @param text its text as it came, without the title
 * @param headlineInText whether the text's first line is the headline, as in a plain text file
 * @param carried the other columns of its row, in order, kept unchanged for the output
 */
public record Document(String id, String title, String text, boolean headlineInText, Map<String, String> carried) {
    public Document {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A document needs an id, but it was blank");
        }
        carried = Collections.unmodifiableMap(new LinkedHashMap<>(carried));
    }

    /** An article whose headline, if it has one, stands apart from its text. */
    public Document(String id, String title, String text, Map<String, String> carried) {
        this(id, title, text, false, carried);
    }
}
