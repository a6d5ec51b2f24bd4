package framing.scoring;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.Writer;

/** Writes rows as JSON, one object a line, text unchanged. */
final class JsonLinesScoreWriter implements ScoreWriter {
    private static final ObjectMapper JSON = new ObjectMapper().disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

    private final ScoreColumns columns;
    private final Writer out;
    private final JsonGenerator generator;

    JsonLinesScoreWriter(ScoreColumns columns, Writer out) throws IOException {
        this.columns = columns;
        this.out = out;
        this.generator = JSON.getFactory().createGenerator(out);
        generator.configure(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN.mappedFeature(), true);
        generator.setRootValueSeparator(null);
    }

    @Override
    public void write(ScoredSentence row) throws IOException {
        JSON.writeValue(generator, columns.cells(row));
        generator.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        generator.close();
        out.close();
    }
}
