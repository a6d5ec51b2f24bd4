package framing.scoring;

import java.io.IOException;
import java.io.Writer;

/** Writes rows as CSV. */
final class CsvScoreWriter implements ScoreWriter {
    private final ScoreColumns columns;
    private final CsvOutput csv;

    CsvScoreWriter(ScoreColumns columns, Writer out) throws IOException {
        this.columns = columns;
        this.csv = new CsvOutput(out, columns.names());
    }

    @Override
    public void write(ScoredSentence row) throws IOException {
        csv.row(columns.cells(row).values());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
