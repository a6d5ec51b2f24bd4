package framing.scoring;

import framing.corpus.Row;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that could not be used, written beside the output with the reason; no file where there is none. */
public final class RejectedRows implements Closeable {
    private final Path file;
    private @Nullable CsvOutput csv;
    private long count;

    /** Rejected rows of the output of this name: its name with {@code .rejected.csv} behind. An old file is removed. */
    public static RejectedRows beside(Path output) throws IOException {
        Path file = output.resolveSibling(output.getFileName() + ".rejected.csv");
        Files.deleteIfExists(file);
        return new RejectedRows(file);
    }

    private RejectedRows(Path file) {
        this.file = file;
    }

    public void add(Row.Rejected<?> row) throws IOException {
        if (csv == null) {
            csv = CsvOutput.open(file, List.of("source", "line", "reason"));
        }
        csv.row(List.of(row.source(), row.line(), row.reason()));
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
