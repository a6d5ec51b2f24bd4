package framing.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of JSON objects: an array of them, or one alone. Cells are as in {@link JsonLinesReader}. An element that is no
 * object is rejected; where the JSON itself is broken, nothing tells where the next element begins, and what follows is
 * rejected as one row.
 */
final class JsonReader extends TableReader {
    /** Far beyond what a row may hold, so that a long text costs its own row and not the rest of the file. */
    private static final int LONGEST_STRING = 5 * LineReader.LONGEST;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_STRING)
                    .build())
            .build();

    private final JsonParser parser;
    private final List<String> columns;

    private JsonReader(InputFile file, TextDecoder decoder, List<String> columns) throws IOException {
        super(file, decoder.charset());
        this.parser = JSON.createParser(decoder.open());
        this.columns = columns;
    }

    static JsonReader open(InputFile file, TextDecoder decoder) throws IOException {
        try (JsonReader ahead = new JsonReader(file, decoder, List.of())) {
            return new JsonReader(file, decoder, columnsOf(ahead, file));
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    @Nullable
    Row<TableRow> advance() throws IOException {
        try {
            JsonToken token = parser.nextToken();
            while (token == JsonToken.END_ARRAY || isOutermostArray(token)) {
                token = parser.nextToken();
            }
            return token == null
                    ? null
                    : element(token, parser.currentTokenLocation().getLineNr());
        } catch (JsonProcessingException e) {
            String detail = e.getOriginalMessage().lines().findFirst().orElse("");
            throw damaged(
                    e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                    "the JSON is broken here, and what follows cannot be read (" + detail + ")");
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private boolean isOutermostArray(@Nullable JsonToken token) {
        return token == JsonToken.START_ARRAY
                && parser.getParsingContext().getParent().inRoot();
    }

    private Row<TableRow> element(JsonToken token, long line) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return rejected(line, "not a JSON object");
        }
        Map<String, String> cells = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        String twice = null;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            twice = names.add(name) ? twice : name;
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                cells.put(name, value());
            }
        }
        return twice == null ? row(line, cells) : rejected(line, "the key \"" + twice + "\" stands twice");
    }

    private String value() throws IOException {
        if (!parser.currentToken().isStructStart()) {
            return parser.getText();
        }
        StringWriter json = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(json)) {
            generator.copyCurrentStructureExact(parser);
        }
        return json.toString();
    }
}
