package framing.corpus;

import framing.UserFacingException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/**
 * The rows of a table, read one at a time; memory holds one row. A row that cannot be read is rejected and the next one
 * is read. Not for sharing between threads.
 */
public abstract class TableReader extends ForwardRows<TableRow> {
    static final String NUL_FOUND = "the row contains a NUL character; the file may be damaged or no plain text";

    private final Path file;
    private final Charset charset;

    TableReader(Path file, Charset charset) {
        this.file = file;
        this.charset = charset;
    }

    /**
     * Opens a table and reads its columns.
     *
     * @throws UserFacingException when the file is missing, empty, no table, or has a header that cannot be used
     */
    public static TableReader open(Path file) {
        CorpusFormat format = CorpusFormat.of(file)
                .filter(CorpusFormat::isTable)
                .orElseThrow(() -> new UserFacingException(
                        file + " is not a table.", "Tables end in .csv, .tsv, .jsonl or .ndjson."));
        TextDecoder decoder = TextDecoder.of(file);
        try {
            return format == CorpusFormat.CSV ? CsvReader.open(file, decoder) : JsonLinesReader.open(file, decoder);
        } catch (IOException e) {
            throw new UserFacingException(
                    file + " cannot be read: " + e.getMessage() + ".", "Check that you may read the file.", e);
        }
    }

    /**
     * The names of the columns, in order: the header of a CSV table, the keys of the first {@value
     * JsonLinesReader#LOOK_AHEAD} lines of JSON.
     */
    public abstract List<String> columns();

    /**
     * Refuses a table that lacks a column.
     *
     * @param option what another column could be named by
     */
    public void require(String column, String option) {
        if (!columns().contains(column)) {
            throw new UserFacingException(
                    "No column \"" + column + "\" in " + file + " (found: " + String.join(", ", columns()) + ").",
                    "Name a column of the file, for example " + option + " "
                            + columns().get(columns().size() - 1) + ".");
        }
    }

    /** How the file's characters are encoded, as found out from its bytes. */
    public Charset charset() {
        return charset;
    }

    /** The file, as its path was given. */
    public Path file() {
        return file;
    }

    Row<TableRow> rejected(LineReader.Line line, String reason) {
        return new Row.Rejected<>(file.toString(), line.number(), reason);
    }

    static UserFacingException emptyFile(Path file) {
        return new UserFacingException(
                file + " is empty.", "Check that the file was saved or downloaded completely, or leave it out.");
    }
}
