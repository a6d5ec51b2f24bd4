package framing.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import framing.UserFacingException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonLinesReaderTest extends LineTableContractTest {
    @Override
    String fileName() {
        return "articles.jsonl";
    }

    @Override
    List<String> lines(List<List<String>> rows) {
        return rows.stream().map(JsonLinesReaderTest::line).toList();
    }

    private static String line(List<String> row) {
        Map<String, String> object = new LinkedHashMap<>();
        object.put("id", row.get(0));
        object.put("title", row.get(1));
        object.put("text", row.get(2));
        try {
            return new ObjectMapper().writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    String brokenLine() {
        return "[\"9\"]";
    }

    @Override
    String brokenReason() {
        return "not one JSON object (the line does not begin with {)";
    }

    @Test
    void numbers_and_nested_values_keep_the_text_they_are_written_as() {
        String padding = "x".repeat(40_000);
        for (String first : List.of("", padding)) {
            Map<String, String> row = cells(write("{\"a\": \"" + first
                            + "\", \"n\": 1.50, \"b\": true, \"z\": null, \"o\": {\"k\": [1,  2]}, \"l\": [ \"é\" ] }"))
                    .get(0);

            assertThat(row)
                    .isEqualTo(Map.of("a", first, "n", "1.50", "b", "true", "o", "{\"k\": [1,  2]}", "l", "[ \"é\" ]"));
        }
    }

    @Test
    void a_broken_object_says_what_is_wrong_with_it() {
        assertThat(rejections(write("{\"id\": 1\n{\"id\": 1, \"id\": 2}\n{\"id\": 1} {}\n{\"id\": 2}")))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("1: not one JSON object (Unexpected end-of-input"),
                        second -> assertThat(second).isEqualTo("2: not one JSON object (Duplicate field 'id')"),
                        third -> assertThat(third).isEqualTo("3: not one JSON object (something follows the object)"));
    }

    @Test
    void half_of_a_surrogate_pair_becomes_a_replacement_character_and_offsets_stay() {
        assertThat(cells(write("{\"id\": \"x\\ud83d\", \"text\": \"\\ude9ay\\ud83d\\ude9az\"}")))
                .containsExactly(Map.of("id", "x\uFFFD", "text", "\uFFFDy🚚z"));
    }

    @Test
    void columns_are_gathered_from_objects_that_leave_some_out() throws IOException {
        try (TableReader reader = TableReader.open(write("{\"id\": 1}\n{\"text\": \"a\", \"id\": 2}"))) {
            assertThat(reader.columns()).containsExactly("id", "text");
        }
    }

    @Test
    void a_file_of_another_kind_is_no_table() {
        assertThatThrownBy(() -> TableReader.open(folder.resolve("a.txt")))
                .isInstanceOf(UserFacingException.class)
                .hasMessage(folder.resolve("a.txt") + " is not a table.");
    }
}
