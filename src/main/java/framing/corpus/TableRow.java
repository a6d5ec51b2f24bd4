package framing.corpus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table with named columns, whatever the file's format.
 *
 * @param source the file, as its path was given
 * @param line the line in the file on which the row begins, counted from 1
 * @param cells the cells by column name, in the order of the file
 */
public record TableRow(String source, long line, Map<String, String> cells) {
    public TableRow {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** The cell of the column, or null when the row has no such column or the cell is blank. */
    public @Nullable String get(String column) {
        String cell = cells.get(column);
        return cell == null || cell.isBlank() ? null : cell;
    }
}
