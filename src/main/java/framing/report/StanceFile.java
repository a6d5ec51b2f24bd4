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
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What one reading of a file of stances leaves. Where several facets were asked about the targets, the first one counts.
 *
 * @param counts over all of it
 * @param shown the stances in the sentences of the articles that are shown
 * @param passedOver the facets after the first
 * @param rejected rows that could not be read
 */
record StanceFile(StanceCounts counts, Map<Place, List<InSentence>> shown, List<String> passedOver, long rejected) {
    /** A sentence of an article. */
    record Place(String document, String sentenceIndex) {}

    /**
     * A stance toward a target in a sentence.
     *
     * @param target who or what it is
     * @param mention the words that name it
     * @param start where they begin in the article, or -1 where that is not known
     * @param stance the code
     * @param probability of the code
     * @param holder the code of those who hold it, empty where not known
     */
    record InSentence(
            String target, String mention, int start, String stance, OptionalDouble probability, String holder) {}

    /**
     * Reads the file to its end.
     *
     * @param articles the ids of those whose stances are kept
     */
    static StanceFile read(Path file, Set<String> articles, Progress progress) throws IOException {
        Map<Place, List<InSentence>> shown = new HashMap<>();
        try (ScoredTable table = ScoredTable.open(file);
                Progress.Phase phase = progress.start("Reading stances", "mentions", -1)) {
            List<ScoredFacet> facets = ScoredFacet.in(table.columns());
            requireColumns(file, table, facets);
            StanceCounts counts = new StanceCounts(facets.get(0));
            for (TableRow row = table.next(); row != null; row = table.next()) {
                Place place = new Place(table.cell(row, "doc_id"), table.cell(row, "sentence_index"));
                InSentence stance = inSentence(table, row, facets.get(0));
                counts.add(place.document(), stance.target(), stance.holder(), row);
                if (articles.contains(place.document())) {
                    shown.computeIfAbsent(place, added -> new ArrayList<>()).add(stance);
                }
                phase.add(1);
            }
            counts.close();
            List<String> others = facets.stream().skip(1).map(ScoredFacet::name).toList();
            return new StanceFile(counts, shown, others, table.rejected());
        }
    }

    private static InSentence inSentence(ScoredTable table, TableRow row, ScoredFacet facet) {
        String target = table.cell(row, "target");
        return new InSentence(
                target.isBlank() ? table.cell(row, "target_id") : target,
                table.cell(row, "mention"),
                table.number(row, "start"),
                table.cell(row, facet.name()).strip(),
                facet.probability(row),
                table.cell(row, "holder"));
    }

    private static void requireColumns(Path file, ScoredTable table, List<ScoredFacet> facets) {
        boolean named = table.has("target") || table.has("target_id");
        if (facets.isEmpty() || !table.has("doc_id") || !named) {
            throw new UserFacingException(
                    file + " is no file of stances: it needs doc_id, target and a column of codes (found: "
                            + String.join(", ", table.columns()) + ").",
                    "Give the file that framing score --targets wrote, or move this one away.");
        }
    }
}
