package framing.scoring;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * CSV for people and programs (RFC 4180, UTF-8, header first). Text is data: a cell that a spreadsheet would run as a
 * formula gets an apostrophe before it (OWASP, "CSV injection"); numbers are left alone.
 */
public final class CsvOutput implements Closeable {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    /** With line ends, and the wide forms that spreadsheets take for the same. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+([.,][0-9]+)*([eE][-+]?[0-9]+)?");

    private final CSVPrinter printer;

    /** An output whose first row is the header. */
    CsvOutput(Writer out) throws IOException {
        this.printer = new CSVPrinter(out, FORMAT);
    }

    /** Opens a file anew and writes its header. */
    public static CsvOutput open(Path file, List<String> columns) throws IOException {
        Writer out = TextFile.open(file);
        try {
            CsvOutput csv = new CsvOutput(out);
            csv.row(columns);
            return csv;
        } catch (IOException e) {
            out.close();
            throw e;
        }
    }

    /** Writes one row: text is made harmless, numbers are written as they are. */
    public void row(Iterable<?> cells) throws IOException {
        for (Object cell : cells) {
            printer.print(cell instanceof String text ? harmless(text) : cell);
        }
        printer.println();
    }

    /** The text, with an apostrophe before it where a spreadsheet would take it for a formula. */
    static String harmless(String text) {
        boolean formula = !text.isEmpty()
                && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        return formula ? "'" + text : text;
    }

    /** The text that {@link #harmless} was given, as far as the apostrophe tells. */
    public static String original(String cell) {
        boolean marked = cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA_STARTS.indexOf(cell.charAt(1)) >= 0;
        return marked ? cell.substring(1) : cell;
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
