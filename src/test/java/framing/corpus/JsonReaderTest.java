package framing.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import framing.UserFacingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonReaderTest extends TableReaderContractTest implements LongCellContract {
    @Override
    String fileName() {
        return "articles.json";
    }

    @Override
    void write(Path file, List<List<String>> rows) throws IOException {
        List<Map<String, String>> objects = rows.stream()
                .map(row -> {
                    Map<String, String> object = new LinkedHashMap<>();
                    object.put("id", row.get(0));
                    object.put("title", row.get(1));
                    object.put("text", row.get(2));
                    return object;
                })
                .toList();
        new ObjectMapper().writeValue(file.toFile(), objects);
    }

    private Path file(String json) throws IOException {
        return Files.writeString(folder.resolve(fileName()), json);
    }

    @Test
    void numbers_keep_the_text_they_are_written_as_and_nested_values_are_json() throws IOException {
        Path file = file("[{\"n\": 1.50, \"b\": true, \"z\": null, \"o\": {\"k\": [1,  2.0]}, \"l\": [ \"é\" ]}]");

        assertThat(cells(file))
                .containsExactly(Map.of("n", "1.50", "b", "true", "o", "{\"k\":[1,2.0]}", "l", "[\"é\"]"));
    }

    @Test
    void an_element_that_is_no_object_or_has_a_key_twice_costs_itself_alone() throws IOException {
        Path file = file("[{\"id\": 1},\n[{\"id\": 2}],\n\"three\",\n{\"id\": 4, \"id\": 5},\n{\"id\": 6}]");

        assertThat(cells(file)).containsExactly(Map.of("id", "1"), Map.of("id", "6"));
        assertThat(rejections(file))
                .containsExactly("2: not a JSON object", "3: not a JSON object", "4: the key \"id\" stands twice");
    }

    @Test
    void where_the_json_breaks_the_elements_before_are_kept() throws IOException {
        Path file = file("[{\"id\": 1},\n{\"id\": 2},\n{\"id\": 3 \"text\"},\n{\"id\": 4}]");

        assertThat(cells(file)).extracting(row -> row.get("id")).containsExactly("1", "2");
        assertThat(rejections(file))
                .singleElement()
                .asString()
                .startsWith("3: the JSON is broken here, and what follows cannot be read (Unexpected character");
    }

    @Test
    void an_array_that_is_never_closed_keeps_its_elements() throws IOException {
        Path file = file("[{\"id\": 1},\n{\"id\": 2},\n");

        assertThat(cells(file)).hasSize(2);
        assertThat(rejections(file)).singleElement().asString().startsWith("3: the JSON is broken here");
    }

    @Test
    void one_object_alone_is_one_row() throws IOException {
        assertThat(cells(file("{\n  \"id\": 1,\n  \"text\": \"a\"\n}\n")))
                .containsExactly(Map.of("id", "1", "text", "a"));
    }

    @Test
    void an_empty_array_is_an_empty_file() throws IOException {
        Path file = file("[]");

        assertThatThrownBy(() -> TableReader.open(file))
                .isInstanceOf(UserFacingException.class)
                .hasMessage(file + " is empty.");
    }

    @Test
    void nul_characters_and_lone_surrogates_are_dealt_with_as_in_json_lines() throws IOException {
        Path file = file("[{\"id\": \"a\\u0000b\"}, {\"id\": \"x\\ud83d\"}, {\"id\": \"y\\ud83d\\ude9a\"}]");

        assertThat(cells(file)).containsExactly(Map.of("id", "x\uFFFD"), Map.of("id", "y🚚"));
        assertThat(rejections(file)).containsExactly("1: " + TableReader.NUL_FOUND);
    }
}
