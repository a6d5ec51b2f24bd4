package framing.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table of one JSON object a line. Numbers and booleans become the text they are written as, nested values their JSON
 * text, and null is no cell at all.
 */
final class JsonLinesReader extends TableReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LineReader.LONGEST)
                    .build())
            .build();

    private final LineReader lines;
    private final List<String> columns;

    private JsonLinesReader(InputFile file, TextDecoder decoder, LineReader lines, List<String> columns) {
        super(file, decoder.charset());
        this.lines = lines;
        this.columns = columns;
    }

    static JsonLinesReader open(InputFile file, TextDecoder decoder) throws IOException {
        try (JsonLinesReader ahead = new JsonLinesReader(file, decoder, new LineReader(decoder.open()), List.of())) {
            List<String> columns = columnsOf(ahead, file);
            return new JsonLinesReader(file, decoder, new LineReader(decoder.open()), columns);
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    @Nullable
    Row<TableRow> advance() throws IOException {
        LineReader.Line line = lines.nextNotBlank();
        return line == null ? null : read(line);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private Row<TableRow> read(LineReader.Line line) throws IOException {
        if (line.cut()) {
            return rejected(line.number(), "the line has more than " + LineReader.LONGEST + " characters");
        }
        if (line.hasNul()) {
            return rejected(line.number(), NUL_FOUND);
        }
        try {
            return row(line.number(), cells(line.text()));
        } catch (JsonProcessingException e) {
            String detail = e.getOriginalMessage().lines().findFirst().orElse("");
            return rejected(line.number(), "not one JSON object (" + detail + ")");
        }
    }

    private static Map<String, String> cells(String line) throws IOException {
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, "the line does not begin with {");
            }
            Map<String, String> cells = new LinkedHashMap<>();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                if (parser.nextToken() != JsonToken.VALUE_NULL) {
                    cells.put(name, value(parser, line));
                }
            }
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "something follows the object");
            }
            return cells;
        }
    }

    private static String value(JsonParser parser, String line) throws IOException {
        if (!parser.currentToken().isStructStart()) {
            return parser.getText();
        }
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        return line.substring(start, (int) parser.currentLocation().getCharOffset());
    }
}
