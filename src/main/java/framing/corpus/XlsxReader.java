package framing.corpus;

import framing.UserFacingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of a workbook, its first row that is not blank being the header. Dates become ISO dates, other cells
 * the text or number stored. Rows are read one at a time; the texts of all cells, which the format keeps in a list of
 * their own, are held in memory as far as they were read. The line of a row is its number in the sheet.
 */
final class XlsxReader extends TableReader {
    private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);
    /** What is left of a date's format when quoted words and colours are out. */
    private static final Pattern DATE = Pattern.compile("[dyhDYH]|[mM]{2,}");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");

    private final DiskFile disk;
    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private List<String> columns = List.of();
    private long number;

    private XlsxReader(InputFile file, DiskFile disk, ReadableWorkbook workbook) throws IOException {
        super(file, StandardCharsets.UTF_8);
        this.disk = disk;
        this.workbook = workbook;
        this.stream = workbook.getFirstSheet().openStream();
        this.rows = stream.iterator();
    }

    static XlsxReader open(InputFile file) throws IOException {
        DiskFile disk = file.onDisk();
        ReadableWorkbook workbook = null;
        try {
            requireBounded(file, disk);
            workbook = new ReadableWorkbook(disk.path().toFile(), OPTIONS);
            XlsxReader reader = new XlsxReader(file, disk, workbook);
            List<String> header = reader.nextCells();
            if (header == null) {
                throw emptyFile(file);
            }
            reader.columns = header.stream().map(String::strip).toList();
            requireDistinct(reader.columns, file);
            return reader;
        } catch (UserFacingException | IOException e) {
            close(disk, workbook);
            throw e;
        } catch (RuntimeException e) { // the library has no one exception for what it cannot read
            close(disk, workbook);
            throw new DamagedInputException(file.source(), 1, "it is no whole workbook (" + e.getMessage() + ")");
        }
    }

    private static void close(DiskFile disk, @Nullable ReadableWorkbook workbook) throws IOException {
        try (disk;
                workbook) {
            // each in turn, whatever the other does
        }
    }

    /** A workbook is an archive, and its texts are held in memory: reads it through once, so as not to be flooded. */
    private static void requireBounded(InputFile file, DiskFile disk) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = parts(file, disk)) {
            for (ZipEntry part : zip.stream().toList()) {
                try (InputStream in = ZipArchive.open(disk.path(), part.getName(), file.source())) {
                    while (in.read(buffer) >= 0) {
                        // only to see where it ends
                    }
                }
            }
        } catch (DamagedInputException e) {
            throw new DamagedInputException(file.source(), 1, e.reason());
        }
    }

    private static ZipFile parts(InputFile file, DiskFile disk) throws IOException {
        try {
            return ZipArchive.open(disk.path());
        } catch (DamagedInputException e) {
            throw new DamagedInputException(
                    file.source(), 1, "it is no workbook of the kind that .xlsx stands for, or not a whole one");
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    @Nullable
    Row<TableRow> advance() throws IOException {
        List<String> cells = nextCells();
        if (cells == null) {
            return null;
        }
        if (cells.size() > columns.size()) {
            return rejected(number, cells.size() + " cells where the header has " + columns.size());
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            named.put(columns.get(i), i < cells.size() ? cells.get(i) : "");
        }
        return row(number, named);
    }

    @Override
    public void close() throws IOException {
        try (disk;
                workbook;
                stream) {
            // each in turn, whatever the others do
        }
    }

    /** The cells of the next row that is not blank, up to its last that is not, or null after the last row. */
    private @Nullable List<String> nextCells() throws IOException {
        try {
            while (rows.hasNext()) {
                org.dhatim.fastexcel.reader.Row row = rows.next();
                number = row.getRowNum();
                List<String> cells = texts(row);
                if (!cells.isEmpty()) {
                    return cells;
                }
            }
            return null;
        } catch (RuntimeException e) { // as above
            throw damaged(number + 1, "the workbook is damaged from here on (" + e.getMessage() + ")");
        }
    }

    private static List<String> texts(org.dhatim.fastexcel.reader.Row row) {
        List<String> texts = new ArrayList<>();
        int filled = 0;
        for (int i = 0; i < row.getCellCount(); i++) {
            String text = row.hasCell(i) ? text(row.getCell(i)) : "";
            texts.add(text);
            filled = text.isBlank() ? filled : i + 1;
        }
        return texts.subList(0, filled);
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER && isDate(cell.getDataFormatString())) {
            LocalDateTime date = cell.asDate();
            return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? date.toLocalDate().toString()
                    : date.toString();
        }
        return cell.getText();
    }

    private static boolean isDate(@Nullable String format) {
        return format != null
                && DATE.matcher(QUOTED.matcher(format).replaceAll("")).find();
    }
}
