package framing.scoring;

import framing.corpus.Row;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The rows that could not be used, written beside the output with the reason; no file where there is none. */
public final class RejectedRows implements Closeable {
    private final Path file;
    private @Nullable CSVPrinter printer;
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
        if (printer == null) {
            printer = new CSVPrinter(
                    TextFile.open(file),
                    CSVFormat.RFC4180
                            .builder()
                            .setRecordSeparator('\n')
                            .setHeader("source", "line", "reason")
                            .get());
        }
        printer.printRecord(CsvScoreWriter.harmless(row.source()), row.line(), CsvScoreWriter.harmless(row.reason()));
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
        if (printer != null) {
            printer.close(true);
        }
    }
}
