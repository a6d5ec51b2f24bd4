package framing.scoring;

import framing.corpus.Row;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows that could not be used, written beside the output with the reason; no file where there is none. */
public final class RejectedRows implements Closeable {
    static final List<String> COLUMNS = List.of("source", "line", "reason");

    private final Path file;
    private @Nullable CsvOutput csv;
    private long count;

    /** Rejected rows of the output of this name: its name with {@code .rejected.csv} behind. An old file is removed. */
    public static RejectedRows beside(Path output) throws IOException {
        Path file = fileBeside(output);
        Files.deleteIfExists(file);
        return new RejectedRows(file);
    }

    static Path fileBeside(Path output) {
        return output.resolveSibling(output.getFileName() + ".rejected.csv");
    }

    static Map<String, ?> cells(Row.Rejected<?> row) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("source", row.source());
        cells.put("line", row.line());
        cells.put("reason", row.reason());
        return cells;
    }

    private RejectedRows(Path file) {
        this.file = file;
    }

    public void add(Row.Rejected<?> row) throws IOException {
        if (csv == null) {
            csv = CsvOutput.open(file, COLUMNS);
        }
        csv.row(cells(row).values());
        count++;
    }

    public void addAll(List<? extends Row.Rejected<?>> rows) throws IOException {
        for (Row.Rejected<?> row : rows) {
            add(row);
        }
    }

    public long count() {
        return count;
    }

    public Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        if (csv != null) {
            csv.close();
        }
    }
}
