package framing.scoring;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A table of the output, written row by row into a file that grows. */
abstract class OutputTable implements Closeable {
    final GrowingFile file;

    OutputTable(GrowingFile file) {
        this.file = file;
    }

    /** A table in this format. */
    static OutputTable of(ScoringPlan.Format format, GrowingFile file, List<OutputColumn> columns) {
        return switch (format) {
            case CSV -> new CsvTable(file, columns);
            case JSONL -> new JsonLinesTable(file);
            case PARQUET -> new ParquetTable(file, columns);
        };
    }

    /** Makes the file and writes what stands before the rows. Without it, the first row does so. */
    abstract void begin() throws IOException;

    /** Writes a row: its cells by column, in the columns' order. */
    abstract void row(Map<String, ?> cells) throws IOException;

    /** Hands on what the format holds back. */
    void flush() throws IOException {}

    final Path target() {
        return file.target();
    }

    final void endSegment() throws IOException {
        flush();
        file.endSegment();
    }

    final void endText() throws IOException {
        flush();
        file.endText();
    }

    /** Takes the name that the user gave it, in the form that the user wants. */
    void finish() throws IOException {
        file.takeName();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
