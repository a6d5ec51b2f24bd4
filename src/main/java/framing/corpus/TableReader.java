package framing.corpus;

import framing.UserFacingException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table, read one at a time; memory holds one row. A row that cannot be read is rejected and the next one
 * is read; where the file is damaged, what follows is rejected as one row. Not for sharing between threads.
 */
public abstract class TableReader extends ForwardRows<TableRow> {
    static final String NUL_FOUND = "the row contains a NUL character; the file may be damaged or no plain text";
    static final String TOO_LONG =
            "the row has more than " + LineReader.LONGEST + " characters, or an unclosed quotation mark";
    /** How many rows are read to learn the columns where no header tells them, for a row may lack what others have. */
    private static final int LOOK_AHEAD = 1000;

    private final InputFile file;
    private final Charset charset;

    TableReader(InputFile file, Charset charset) {
        this.file = file;
        this.charset = charset;
    }

    /** Whether the name of a file is that of a table, whatever is in it. */
    public static boolean isTable(Path file) {
        return CorpusFormat.of(file.toString()).filter(CorpusFormat::isTable).isPresent();
    }

    /**
     * Opens a table and reads its columns.
     *
     * @throws UserFacingException when the file is missing, empty, no table, or has a header that cannot be used
     */
    public static TableReader open(Path path) {
        if (!isTable(path)) {
            throw new UserFacingException(path + " is not a table.", CorpusFormat.tableRemedy());
        }
        InputFile file = InputFile.of(path);
        try {
            return open(file, null);
        } catch (IOException e) {
            throw file.cannotBeRead(e);
        }
    }

    /** Opens a table; the delimiter is what separates the cells of CSV, or null where it is to be found out. */
    static TableReader open(InputFile file, @Nullable Character delimiter) throws IOException {
        return switch (file.format()) {
            case CSV -> CsvReader.open(file, TextDecoder.of(file), delimiter);
            case JSONL -> JsonLinesReader.open(file, TextDecoder.of(file));
            case JSON -> JsonReader.open(file, TextDecoder.of(file));
            case PARQUET -> ParquetReader.open(file);
            case XLSX -> XlsxReader.open(file);
            case TEXT, HTML -> throw new IllegalArgumentException(file.source() + " is no table");
        };
    }

    /** The names of the columns, in order: those of the header or schema, or the keys of the first JSON objects. */
    public abstract List<String> columns();

    /**
     * Refuses a table that lacks a column.
     *
     * @param option what another column could be named by
     */
    public void require(String column, String option) {
        if (!columns().contains(column)) {
            throw new UserFacingException(
                    "No column \"" + column + "\" in " + source() + " (found: " + String.join(", ", columns()) + ").",
                    "Name a column of the file, for example " + option + " "
                            + columns().get(columns().size() - 1) + ".");
        }
    }

    /** How the file's characters are encoded, as found out from its bytes. */
    public Charset charset() {
        return charset;
    }

    final String source() {
        return file.source();
    }

    /** The row of these cells, unless one of them cannot be a text. */
    final Row<TableRow> row(long line, Map<String, String> cells) {
        Map<String, String> checked = new LinkedHashMap<>();
        long length = 0;
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            String text = cell.getValue();
            length += text.length();
            if (text.indexOf('\0') >= 0) {
                return rejected(line, NUL_FOUND);
            }
            checked.put(cell.getKey(), Surrogates.paired(text));
        }
        return length > LineReader.LONGEST
                ? rejected(line, TOO_LONG)
                : new Row.Read<>(new TableRow(source(), line, checked));
    }

    final <T> Row<T> rejected(long line, String reason) {
        return new Row.Rejected<>(source(), line, reason);
    }

    final DamagedInputException damaged(long line, String reason) {
        return new DamagedInputException(source(), line, reason);
    }

    /** Refuses a header with columns that could not be told apart. */
    static void requireDistinct(List<String> names, InputFile file) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isEmpty()) {
                throw new UserFacingException(
                        "Column " + (seen.size() + 1) + " of " + file.source() + " has no name.",
                        "Give every column a name. pandas and R write row numbers without one: use index=False in pandas,"
                                + " row.names=FALSE in R.");
            }
            if (!seen.add(name)) {
                throw new UserFacingException(
                        "Column \"" + name + "\" stands twice in the header of " + file.source() + ".",
                        "Rename one of the two.");
            }
        }
    }

    /** An empty file: refused where it was named itself, and otherwise a rejected row. */
    static DamagedInputException emptyFile(InputFile file) {
        if (!file.found()) {
            throw new UserFacingException(
                    file.source() + " is empty.",
                    "Check that the file was saved or downloaded completely, or leave it out.");
        }
        return new DamagedInputException(file.source(), 1, "the file is empty");
    }

    /** The columns of the first rows, where no header tells them. A file of which none can be read is damaged. */
    static List<String> columnsOf(TableReader ahead, InputFile file) throws IOException {
        if (!ahead.hasNext()) {
            throw emptyFile(file);
        }
        Set<String> columns = new LinkedHashSet<>();
        DamagedInputException first = null;
        for (int i = 0; i < LOOK_AHEAD && ahead.hasNext(); i++) {
            Row<TableRow> row = ahead.next();
            if (row instanceof Row.Read<TableRow> read) {
                columns.addAll(read.value().cells().keySet());
            } else if (row instanceof Row.Rejected<TableRow> bad && first == null) {
                first = new DamagedInputException(bad.source(), bad.line(), bad.reason());
            }
        }
        if (columns.isEmpty() && first != null) {
            throw first;
        }
        return List.copyOf(columns);
    }
}
