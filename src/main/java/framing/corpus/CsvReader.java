package framing.corpus;

import framing.UserFacingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A table of separated cells with a header. The lines of one record are collected first and only then handed to Commons
 * CSV, so that a stray quotation mark costs its own line and not the rest of the file.
 */
final class CsvReader extends TableReader {
    /** A record that goes on beyond this is an open quotation mark, not a text. */
    private static final int MOST_LINES = 2000;

    private final LineReader lines;
    private final CSVFormat format;
    private final char delimiter;
    private List<String> columns = List.of();

    private CsvReader(InputFile file, TextDecoder decoder, LineReader lines, char delimiter) {
        super(file, decoder.charset());
        this.lines = lines;
        this.delimiter = delimiter;
        this.format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
    }

    static CsvReader open(InputFile file, TextDecoder decoder, @Nullable Character delimiter) throws IOException {
        LineReader lines = new LineReader(decoder.open());
        try {
            LineReader.Line first = lines.nextNotBlank();
            if (first == null) {
                throw emptyFile(file);
            }
            char separator = delimiter == null ? delimiterOf(first.text(), file) : delimiter;
            CsvReader reader = new CsvReader(file, decoder, lines, separator);
            reader.columns = reader.header(first, file);
            return reader;
        } catch (IOException | RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    @Nullable
    Row<TableRow> advance() throws IOException {
        LineReader.Line first = lines.nextNotBlank();
        if (first == null) {
            return null;
        }
        return record(first).then(cells -> row(first, cells));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** The separator that the header has most of, outside quotation marks; comma or tab by the file's name if none. */
    private static char delimiterOf(String header, InputFile file) {
        char best = InputFile.uncompressedName(file.name()).endsWith(".tsv") ? '\t' : ',';
        long most = countUnquoted(header, best);
        for (char candidate : new char[] {',', ';', '\t'}) {
            long count = countUnquoted(header, candidate);
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static long countUnquoted(String line, char wanted) {
        long count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            count += !quoted && line.charAt(i) == wanted ? 1 : 0;
        }
        return count;
    }

    private List<String> header(LineReader.Line first, InputFile file) throws IOException {
        Row<List<String>> record = record(first);
        if (record instanceof Row.Rejected<List<String>> rejected) {
            throw new UserFacingException(
                    "The header of " + source() + " cannot be read: " + rejected.reason() + ".",
                    "Open the table in a spreadsheet and save it as CSV in UTF-8.");
        }
        List<String> names = ((Row.Read<List<String>>) record)
                .value().stream().map(String::strip).toList();
        requireDistinct(names, file);
        return names;
    }

    private Row<TableRow> row(LineReader.Line first, List<String> cells) {
        if (cells.size() != columns.size()) {
            String found = cells.size() == 1 ? "1 cell" : cells.size() + " cells";
            return rejected(first.number(), found + " where the header has " + columns.size());
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            named.put(columns.get(i), cells.get(i));
        }
        return row(first.number(), named);
    }

    /** The cells of the record that begins on the line; where it cannot be read, the next line will be read afresh. */
    private Row<List<String>> record(LineReader.Line first) throws IOException {
        CsvRecordScan scan = new CsvRecordScan(delimiter);
        List<LineReader.Line> record = new ArrayList<>();
        String problem = collect(first, scan, record);
        if (problem != null) {
            lines.giveBack(record.subList(1, record.size()));
            List<String> plain = List.of(first.text().split(String.valueOf(delimiter), -1));
            boolean unquotedTabs = delimiter == '\t' && plain.size() == columns.size() && !first.hasNul();
            return unquotedTabs && !first.cut() ? new Row.Read<>(plain) : rejected(first.number(), problem);
        }
        if (record.stream().anyMatch(LineReader.Line::hasNul)) {
            return rejected(first.number(), NUL_FOUND);
        }
        try (CSVParser parser = CSVParser.parse(textOf(record), format)) {
            CSVRecord cells = parser.iterator().next();
            return new Row.Read<>(cells.toList());
        }
    }

    /**
     * Collects the lines of a record and returns what is wrong with it, or null. Gives up early where the open cell has
     * far more cells before it than the header: otherwise marks that open a cell on every line would be followed to the
     * bound from each of them.
     */
    private @Nullable String collect(LineReader.Line first, CsvRecordScan scan, List<LineReader.Line> record)
            throws IOException {
        int mostCells = columns.isEmpty() ? Integer.MAX_VALUE : 2 * columns.size() + 16;
        long length = 0;
        LineReader.Line line = first;
        while (line != null) {
            record.add(line);
            length += line.text().length();
            scan.accept(line.text());
            if (line.cut() || length > LineReader.LONGEST) {
                return TOO_LONG;
            }
            if (scan.isBroken()) {
                return "text after a closing quotation mark; a mark inside a cell must be doubled";
            }
            if (!scan.isOpen()) {
                return null;
            }
            line = record.size() < MOST_LINES && scan.cells() <= mostCells ? lines.next() : null;
        }
        return "a quotation mark is opened and not closed";
    }

    private static String textOf(List<LineReader.Line> record) {
        if (record.size() == 1) {
            return record.get(0).text();
        }
        StringBuilder text = new StringBuilder();
        for (LineReader.Line line : record.subList(0, record.size() - 1)) {
            text.append(line.text()).append(line.end());
        }
        return text.append(record.get(record.size() - 1).text()).toString();
    }
}
