package framing.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import framing.UserFacingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class CsvReaderTest extends LineTableContractTest {
    @Override
    String fileName() {
        return "articles.csv";
    }

    @Override
    List<String> lines(List<List<String>> rows) {
        List<String> lines = new ArrayList<>(List.of("id,title,text"));
        for (List<String> row : rows) {
            lines.add(row.stream()
                    .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                    .collect(Collectors.joining(",")));
        }
        return lines;
    }

    @Override
    String brokenLine() {
        return "9,one,two,three";
    }

    @Override
    String brokenReason() {
        return "4 cells where the header has 3";
    }

    @Test
    void a_row_with_too_few_cells_says_how_many_there_are() {
        Path file = write("id,text\n1\n2,b");

        assertThat(rejections(file)).containsExactly("2: 1 cell where the header has 2");
        assertThat(cells(file)).containsExactly(Map.of("id", "2", "text", "b"));
    }

    @Test
    void a_quoted_cell_keeps_its_line_ends_as_they_were() {
        Path file = write("id,text\r\n1,\"One.\r\n\r\nTwo.\rThree.\nFour \"\"now\"\".\"\r\n2,b");

        assertThat(cells(file))
                .containsExactly(
                        Map.of("id", "1", "text", "One.\r\n\r\nTwo.\rThree.\nFour \"now\"."),
                        Map.of("id", "2", "text", "b"));
    }

    @Test
    void a_row_is_named_by_the_line_on_which_it_begins() {
        assertThat(rejections(write("id,text\n1,\"a\nb\"\n2,c,d")))
                .containsExactly("4: 3 cells where the header has 2");
    }

    @Test
    void an_unclosed_quotation_mark_costs_its_own_line() {
        Path file = write("id,text\n1,\"open\n2,b\n3,c\n");

        assertThat(rejections(file)).containsExactly("2: a quotation mark is opened and not closed");
        assertThat(cells(file)).extracting(row -> row.get("id")).containsExactly("2", "3");
    }

    @Test
    void an_unclosed_quotation_mark_is_not_followed_beyond_two_thousand_lines() {
        String rows = IntStream.range(2, 5000).mapToObj(i -> i + ",b\n").collect(Collectors.joining());
        Path file = write("id,text\n1,\"open\n" + rows + "5000,\"closed\"\n");

        assertThat(rejections(file)).containsExactly("2: a quotation mark is opened and not closed");
        assertThat(cells(file)).hasSize(4999);
    }

    @Test
    void a_mark_closed_by_the_next_rows_mark_costs_only_the_first_row() {
        Path file = write("id,text\n1,\"open\n2,\"good\"\n");

        assertThat(rejections(file)).singleElement().asString().startsWith("2: text after a closing quotation mark");
        assertThat(cells(file)).containsExactly(Map.of("id", "2", "text", "good"));
    }

    @Test
    void an_inner_mark_that_is_not_doubled_is_named() {
        assertThat(rejections(write("id,text\n1,\"He said \"no\" and left.\"\n2,b")))
                .containsExactly("2: text after a closing quotation mark; a mark inside a cell must be doubled");
    }

    @Test
    void marks_that_open_a_cell_on_every_line_do_not_take_quadratic_time() {
        Path file = write("id,text\n" + "a\",\"b\n".repeat(100_000));

        Assertions.assertTimeout(
                Duration.ofSeconds(30), () -> assertThat(read(file)).hasSize(100_000));
    }

    @Test
    void a_mark_within_an_unquoted_cell_is_a_character_like_others() {
        assertThat(cells(write("id,text\n1,the 5\" gun\n"))).containsExactly(Map.of("id", "1", "text", "the 5\" gun"));
    }

    @Test
    void the_delimiter_is_read_off_the_header() {
        for (String delimiter : List.of(",", ";", "\t")) {
            Path file = write("id,\"text; long\"\n1,\"a,b;c\td\""
                    .replaceFirst(",", delimiter)
                    .replaceFirst("1,", "1" + delimiter));
            assertThat(cells(file)).extracting(row -> row.get("text; long")).containsExactly("a,b;c\td");
        }
    }

    @Test
    void a_delimiter_that_is_given_counts() throws IOException {
        Path file = write("id|text,long\n1|a,b;c\n");
        CorpusPlan plan = new CorpusPlan(
                List.of(file.toString()), new CorpusColumns("id", "title", "text,long"), '|', Selection.ALL);

        assertThat(CorpusReader.of(plan).allDocuments()).containsExactly(new Document("1", "", "a,b;c", Map.of()));
    }

    @Test
    void a_header_alone_has_no_rows() throws IOException {
        try (TableReader reader = TableReader.open(write("id,text\n"))) {
            assertThat(reader.columns()).containsExactly("id", "text");
            assertThat(reader.hasNext()).isFalse();
        }
    }

    @Test
    void a_column_that_stands_twice_is_named() {
        Path file = write("id,text,text\n1,a,b");

        assertThatThrownBy(() -> TableReader.open(file))
                .isInstanceOf(UserFacingException.class)
                .hasMessage("Column \"text\" stands twice in the header of " + file + ".");
    }

    @Test
    void a_column_without_a_name_is_counted_out() {
        Path file = write("id, ,text\n1,a,b");

        assertThatThrownBy(() -> TableReader.open(file))
                .isInstanceOfSatisfying(
                        UserFacingException.class, e -> assertThat(e.remedy()).contains("row.names=FALSE"))
                .hasMessage("Column 2 of " + file + " has no name.");
    }

    @Test
    void a_header_that_cannot_be_read_says_why() {
        Path file = write("id,\"text\n1,a");

        assertThatThrownBy(() -> TableReader.open(file))
                .isInstanceOf(UserFacingException.class)
                .hasMessage("The header of " + file + " cannot be read: a quotation mark is opened and not closed.");
    }

    @Test
    void tab_separated_lines_written_without_quoting_are_read_as_they_stand() throws IOException {
        Path file = Files.writeString(
                folder.resolve("articles.tsv"), "id\ttext\n1\t\"They knew,\" he said.\n2\t\"Go\n3\t\"quoted\tcell\"\n");

        assertThat(cells(file))
                .containsExactly(
                        Map.of("id", "1", "text", "\"They knew,\" he said."),
                        Map.of("id", "2", "text", "\"Go"),
                        Map.of("id", "3", "text", "quoted\tcell"));
    }
}
