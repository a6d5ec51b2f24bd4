package framing.scoring;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table in JSON, one object a line, text unchanged. */
class JsonLinesTable extends OutputTable {
    private static final ObjectMapper JSON = new ObjectMapper().disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

    private @Nullable JsonGenerator generator;

    JsonLinesTable(GrowingFile file) {
        super(file);
    }

    @Override
    void begin() throws IOException {
        generator();
    }

    @Override
    void row(Map<String, ?> cells) throws IOException {
        JSON.writeValue(generator(), cells);
        generator().writeRaw('\n');
    }

    @Override
    void flush() throws IOException {
        if (generator != null) {
            generator.flush();
        }
    }

    private JsonGenerator generator() throws IOException {
        if (generator == null) {
            generator = JSON.getFactory().createGenerator(file.text());
            generator.configure(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN.mappedFeature(), true);
            generator.setRootValueSeparator(null);
        }
        return generator;
    }
}
