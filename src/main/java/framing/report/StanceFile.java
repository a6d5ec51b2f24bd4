package framing.report;

import framing.Progress;
import framing.UserFacingException;
import framing.corpus.TableRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one reading of a file of stances leaves.
 *
 * @param counts over all of it
 * @param shown the stances in the sentences of the articles that are shown
 * @param rejected rows that could not be read
 */
record StanceFile(StanceCounts counts, Map<Place, List<StanceCounts.InSentence>> shown, long rejected) {
    private static final List<String> NEEDED = List.of("doc_id", "stance");

    /** A sentence of an article. */
    record Place(String document, String sentenceIndex) {}

    /**
     * Reads the file to its end.
     *
     * @param articles the ids of those whose stances are kept
     */
    static StanceFile read(Path file, Set<String> articles, Progress progress) throws IOException {
        StanceCounts counts = new StanceCounts();
        Map<Place, List<StanceCounts.InSentence>> shown = new HashMap<>();
        try (ScoredTable table = ScoredTable.open(file);
                Progress.Phase phase = progress.start("Reading stances", "mentions", -1)) {
            requireColumns(file, table);
            for (TableRow row = table.next(); row != null; row = table.next()) {
                String document = table.cell(row, "doc_id");
                StanceCounts.InSentence stance = StanceCounts.InSentence.of(table, row);
                counts.add(document, stance.target(), stance.holder(), stance.stance());
                if (articles.contains(document)) {
                    shown.computeIfAbsent(
                                    new Place(document, table.cell(row, "sentence_index")), added -> new ArrayList<>())
                            .add(stance);
                }
                phase.add(1);
            }
            counts.close();
            return new StanceFile(counts, shown, table.rejected());
        }
    }

    private static void requireColumns(Path file, ScoredTable table) {
        for (String column : NEEDED) {
            if (!table.has(column)) {
                throw new UserFacingException(
                        "No column \"" + column + "\" in " + file + " (found: " + String.join(", ", table.columns())
                                + ").",
                        "Give the file of stances that framing score wrote, or leave --stance out.");
            }
        }
        if (!table.has("target") && !table.has("target_id")) {
            throw new UserFacingException(
                    "No column \"target\" in " + file + ".",
                    "Give the file of stances that framing score wrote, or leave --stance out.");
        }
    }
}
