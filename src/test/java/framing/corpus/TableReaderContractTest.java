package framing.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import framing.UserFacingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a table gives, whatever its format. Each format says how it writes rows down. */
abstract class TableReaderContractTest {
    @TempDir
    Path folder;

    /** The name of the test's file, whose ending tells the format. */
    abstract String fileName();

    /** The table with the columns id, title, text and these rows, one string a line of the file. */
    abstract List<String> table(List<List<String>> rows);

    /** A line of the format that cannot be read as a row. */
    abstract String brokenLine();

    /** What is said about that line. */
    abstract String brokenReason();

    Path write(String content) {
        return write(content, StandardCharsets.UTF_8);
    }

    Path write(String content, Charset charset) {
        try {
            return Files.write(folder.resolve(fileName()), content.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Row<TableRow>> read(Path file) {
        try (TableReader reader = TableReader.open(file)) {
            List<Row<TableRow>> rows = new ArrayList<>();
            reader.forEachRemaining(rows::add);
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Map<String, String>> cells(Path file) {
        return read(file).stream()
                .filter(row -> row instanceof Row.Read<TableRow>)
                .map(row -> ((Row.Read<TableRow>) row).value().cells())
                .toList();
    }

    static List<String> rejections(Path file) {
        return read(file).stream()
                .filter(row -> row instanceof Row.Rejected<TableRow>)
                .map(row -> (Row.Rejected<TableRow>) row)
                .map(row -> row.line() + ": " + row.reason())
                .toList();
    }

    String twoRows() {
        return String.join(
                "\n", table(List.of(List.of("1", "Ford reopened", "Cars cross."), List.of("2", "", "Rain."))));
    }

    @Test
    void rows_come_in_file_order_with_their_cells() {
        List<Map<String, String>> cells = cells(write(twoRows()));

        assertThat(cells)
                .containsExactly(
                        Map.of("id", "1", "title", "Ford reopened", "text", "Cars cross."),
                        Map.of("id", "2", "title", "", "text", "Rain."));
        assertThat(cells.get(0).keySet()).containsExactly("id", "title", "text");
    }

    @Test
    void the_columns_are_known_before_the_first_row() throws IOException {
        try (TableReader reader = TableReader.open(write(twoRows()))) {
            assertThat(reader.columns()).containsExactly("id", "title", "text");
        }
    }

    @Test
    void all_line_ends_may_stand_in_one_file() {
        List<String> lines = table(List.of(List.of("1", "a", "b"), List.of("2", "c", "d"), List.of("3", "e", "f")));
        String[] ends = {"\r\n", "\r", "\n", "\r\n"};
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            content.append(lines.get(i)).append(ends[i]);
        }

        assertThat(cells(write(content.toString())))
                .extracting(row -> row.get("id"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void blank_lines_are_passed_over_and_counted() {
        List<String> lines = table(List.of(List.of("1", "a", "b"), List.of("2", "c", "d")));
        Path file = write("\n" + String.join("\n\n  \n", lines) + "\n\n");

        assertThat(cells(file)).hasSize(2);
        Row.Read<TableRow> last = (Row.Read<TableRow>) read(file).get(1);
        assertThat(last.value().line()).isEqualTo(2 + 3L * (lines.size() - 1));
    }

    @Test
    void a_broken_line_costs_itself_alone() {
        List<String> lines = new ArrayList<>(table(List.of(List.of("1", "a", "b"), List.of("2", "c", "d"))));
        int place = lines.size() - 1;
        lines.add(place, brokenLine());
        Path file = write(String.join("\n", lines));

        assertThat(cells(file)).extracting(row -> row.get("id")).containsExactly("1", "2");
        assertThat(rejections(file)).singleElement().asString().isEqualTo((place + 1) + ": " + brokenReason());
    }

    @Test
    void a_row_with_a_nul_is_rejected_and_says_so() {
        Path file = write(String.join(
                "\n", table(List.of(List.of("1", "a", "b"), List.of("2", "c", "d\0e"), List.of("3", "f", "g")))));

        assertThat(cells(file)).extracting(row -> row.get("id")).containsExactly("1", "3");
        assertThat(rejections(file))
                .singleElement()
                .asString()
                .endsWith(": the row contains a NUL character; the file may be damaged or no plain text");
    }

    @Test
    void an_empty_file_says_so() {
        for (String content : List.of("", "\n \n")) {
            Path file = write(content);
            assertThatThrownBy(() -> TableReader.open(file))
                    .isInstanceOf(UserFacingException.class)
                    .hasMessage(file + " is empty.");
        }
    }

    @Test
    void a_missing_file_says_so() {
        Path file = folder.resolve("missing-" + fileName());

        assertThatThrownBy(() -> TableReader.open(file))
                .isInstanceOf(UserFacingException.class)
                .hasMessage(file + " does not exist.");
    }

    @Test
    void right_to_left_text_emoji_and_line_ends_survive_unchanged() {
        String text = "قال المتحدث إن الطريق مفتوح.\n\"Quoted\", he said; \t🚚 \\ end ";
        Path file = write(String.join("\n", table(List.of(List.of("1", "عنوان", text)))));

        assertThat(cells(file)).containsExactly(Map.of("id", "1", "title", "عنوان", "text", text));
    }

    @Test
    void a_cell_of_five_megabytes_is_read() {
        String text = "The convoy left. ".repeat(300_000);
        Path file = write(String.join("\n", table(List.of(List.of("1", "a", text), List.of("2", "b", "c")))));

        assertThat(cells(file))
                .extracting(row -> row.getOrDefault("text", "").length())
                .containsExactly(text.length(), 1);
    }

    @Test
    void a_cell_of_fifty_megabytes_is_read() {
        String text = "x".repeat(50 << 20);
        Path file = write(String.join("\n", table(List.of(List.of("1", "a", text), List.of("2", "b", "c")))));

        assertThat(cells(file))
                .extracting(row -> row.getOrDefault("text", "").length())
                .containsExactly(text.length(), 1);
    }

    @Test
    void a_line_without_end_is_rejected_and_the_next_is_read() throws IOException {
        List<String> lines = table(List.of(List.of("1", "a", "b"), List.of("2", "c", "d")));
        Path file = folder.resolve(fileName());
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(String.join("\n", lines.subList(0, lines.size() - 1)) + "\n");
            String piece = "x".repeat(1_000_000);
            for (int i = 0; i < 65; i++) {
                out.write(piece);
            }
            out.write("\n" + lines.get(lines.size() - 1));
        }

        assertThat(cells(file)).extracting(row -> row.get("id")).containsExactly("1", "2");
        assertThat(rejections(file)).singleElement().asString().contains("more than 64000000 characters");
    }

    @Test
    void a_table_in_utf_16_with_a_byte_order_mark_is_read() {
        Path file = write("\uFEFF" + twoRows(), StandardCharsets.UTF_16LE);

        assertThat(cells(file)).hasSize(2).first().asString().contains("Ford reopened");
    }
}
