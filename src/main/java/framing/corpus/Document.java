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
 * @param carried the other columns of its row, in order, kept unchanged for the output
 */
public record Document(String id, String title, String text, Map<String, String> carried) {
    public Document {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A document needs an id, but it was blank");
        }
        carried = Collections.unmodifiableMap(new LinkedHashMap<>(carried));
    }
}
