package framing.corpus;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a corpus holds, learnt by reading all of it once before the work begins.
 *
 * @param documents how many documents can be read; in a corpus of units, how many units
 * @param rejected how many rows cannot
 * @param carriedColumns the columns kept for the output, in the order in which they first appear over all files
 * @param charsets the charset of each file that is not UTF-8, by the file's path
 * @param idsMade how many documents were named by their file and row because the table gave them no id
 */
public record CorpusSurvey(
        long documents, long rejected, List<String> carriedColumns, Map<String, Charset> charsets, long idsMade) {
    public CorpusSurvey {
        if (documents < 0 || rejected < 0 || idsMade < 0) {
            throw new IllegalArgumentException("Counts must not be negative, but were " + documents + " documents, "
                    + rejected + " rejected and " + idsMade + " ids made");
        }
        carriedColumns = List.copyOf(carriedColumns);
        charsets = Collections.unmodifiableMap(new LinkedHashMap<>(charsets));
    }
}
