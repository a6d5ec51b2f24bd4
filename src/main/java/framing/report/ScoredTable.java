package framing.report;

import framing.corpus.Row;
import framing.corpus.TableReader;
import framing.corpus.TableRow;
import framing.scoring.CsvOutput;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of a file that the program wrote, read one at a time. Not for sharing between threads. */
final class ScoredTable implements Closeable {
    /** Of the forms that are written, the one in which cells are made harmless for spreadsheets. */
    private static final Pattern CSV = Pattern.compile("\\.[ct]sv(\\.gz)?$", Pattern.CASE_INSENSITIVE);

    private final TableReader reader;
    private final boolean csv;
    private long rejected;

    private ScoredTable(TableReader reader, boolean csv) {
        this.reader = reader;
        this.csv = csv;
    }

    static ScoredTable open(Path file) {
        return new ScoredTable(
                TableReader.open(file), CSV.matcher(file.toString()).find());
    }

    List<String> columns() {
        return reader.columns();
    }

    boolean has(String column) {
        return columns().contains(column);
    }

    /** The next row that can be read, or null after the last; the others are counted. */
    @Nullable
    TableRow next() {
        while (reader.hasNext()) {
            Row<TableRow> row = reader.next();
            if (row instanceof Row.Read<TableRow> read) {
                return read.value();
            }
            rejected++;
        }
        return null;
    }

    /** A cell as it was before it was made harmless for spreadsheets; empty where there is none. */
    String cell(TableRow row, String column) {
        String cell = row.cells().getOrDefault(column, "");
        return csv ? CsvOutput.original(cell) : cell;
    }

    /** A cell's whole number, or -1 where it holds none. */
    int number(TableRow row, String column) {
        String cell = cell(row, column);
        return cell.matches("\\d{1,9}") ? Integer.parseInt(cell) : -1;
    }

    /** The number of rows that could not be read so far. */
    long rejected() {
        return rejected;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
