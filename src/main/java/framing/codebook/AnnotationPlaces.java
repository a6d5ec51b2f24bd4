package framing.codebook;

import framing.corpus.Span;
import framing.corpus.TableRow;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the rows of tables of annotations stand in their documents, and which places are taken. */
final class AnnotationPlaces {
    static final String DOCUMENT = "doc_id";
    private static final List<String> SEQUENCES = List.of("seq", "sentence_index");

    private final @Nullable String sequence;
    private final Map<String, Integer> unitsOfDocument = new HashMap<>();
    private final Map<Place, Set<String>> taken = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    /** Those of tables with these columns; {@code seq} gives the place, or else {@code sentence_index}, as in scores. */
    AnnotationPlaces(Set<String> columns) {
        this.sequence = columns.contains(DOCUMENT)
                ? SEQUENCES.stream().filter(columns::contains).findFirst().orElse(null)
                : null;
    }

    /** Whether the tables name each unit's document and its place there. */
    boolean ordered() {
        return sequence != null;
    }

    /**
     * A unit's place.
     *
     * @param document its document, or a name made for the row where none is given
     * @param index its place in the document
     * @param ordered whether the table gave both
     * @param text the unit itself
     */
    record Place(String document, int index, boolean ordered, String text) {}

    /** The place of a row's unit; the same for all rows that speak of it, where the table gives order. */
    Place of(TableRow row, String text) {
        String document = row.get(DOCUMENT);
        String id = document == null ? row.source() + ":" + row.line() : document;
        if (sequence == null || document == null) {
            return new Place(id, unitsOfDocument.merge(id, 1, Integer::sum) - 1, false, text);
        }
        int index = index(row, id, sequence);
        String before = texts.putIfAbsent(id + "\u0000" + index, text);
        if (before != null && !before.equals(text)) {
            throw new UnusableRow(
                    "document " + id + " has a row with " + sequence + " " + index + " already, whose text is another");
        }
        return new Place(id, index, true, text);
    }

    private static int index(TableRow row, String document, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new UnusableRow("document " + document + " has no place in column " + column);
        }
        int index = wholeNumber(cell);
        if (index < 0) {
            throw new UnusableRow("\"" + cell.strip() + "\" in column " + column + " is not a whole number from 0");
        }
        return index;
    }

    /** The number in a cell, or -1 when it is no whole number; 3.0 is one, as spreadsheets write it. */
    static int wholeNumber(String cell) {
        try {
            return new BigDecimal(cell.strip()).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return -1;
        }
    }

    /** Whether nothing has been said yet of the unit, or of the target in it. */
    boolean isFirst(Place place, @Nullable Span target) {
        return !taken.getOrDefault(place, Set.of()).contains(String.valueOf(target));
    }

    /** Marks the unit, or the target in it, as spoken of. */
    void take(Place place, @Nullable Span target) {
        if (!taken.computeIfAbsent(place, p -> new HashSet<>()).add(String.valueOf(target))) {
            throw new UnusableRow("document " + place.document() + " has a row with " + sequence + " " + place.index()
                    + (target == null ? " already" : " and this target already"));
        }
    }
}
