package framing.corpus;

import framing.UserFacingException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A table of a corpus: its rows are counted, to be named where they have no id, and some of its columns are carried. */
abstract class CorpusTable<T> extends CorpusRows<T> {
    private final InputFile file;
    private final TableReader table;
    private final Set<String> used;
    private final Selection selection;
    private long rows;
    private long idsMade;

    /** Opens the file; the columns used are not carried. */
    CorpusTable(InputFile file, CorpusPlan plan, List<String> used) throws IOException {
        this.file = file;
        this.selection = plan.selection();
        this.table = TableReader.open(file, plan.delimiter());
        this.used = Set.copyOf(used); // unlike Set.of, this takes a column that plays two parts
    }

    /** Closes the table and complains when the column is missing. */
    final void require(String column, String part, String example) throws IOException {
        require(column, "Name the column, for example --" + part + "-column " + example + ".");
    }

    /** Closes the table and complains when a condition is about a column that is missing. */
    final void requireConditions() throws IOException {
        for (Selection.Condition condition : selection.conditions()) {
            require(condition.column(), "Name a column of the table, for example --where language=en.");
        }
    }

    private void require(String column, String remedy) throws IOException {
        if (!table.columns().contains(column)) {
            table.close();
            String found = table.columns().isEmpty() ? "no column at all" : String.join(", ", table.columns());
            throw new UserFacingException(
                    "No column \"" + column + "\" in " + file.source() + " (found: " + found + ").", remedy);
        }
    }

    /** The next row of the table that meets the conditions turned into something else, or null after the last. */
    final <R> @Nullable Row<R> nextRow(Function<TableRow, Row<R>> function) {
        while (table.hasNext()) {
            rows++;
            Row<TableRow> row = table.next();
            if (!(row instanceof Row.Read<TableRow> read)
                    || selection.wants(read.value().cells())) {
                return row.then(function);
            }
        }
        return null;
    }

    /** A name for the row that came last. */
    final String makeId() {
        idsMade++;
        return file.name() + ":" + rows;
    }

    final Map<String, String> carried(TableRow row) {
        Map<String, String> carried = new LinkedHashMap<>(row.cells());
        carried.keySet().removeAll(used);
        return carried;
    }

    @Override
    final Charset charset() {
        return table.charset();
    }

    @Override
    final List<String> carriedColumns() {
        return table.columns().stream().filter(name -> !used.contains(name)).toList();
    }

    @Override
    final long idsMade() {
        return idsMade;
    }

    @Override
    public final void close() throws IOException {
        table.close();
    }
}
