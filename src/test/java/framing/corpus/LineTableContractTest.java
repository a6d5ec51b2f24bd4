package framing.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import framing.UserFacingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What a table gives that is a text with one row a line. */
abstract class LineTableContractTest extends TableReaderContractTest implements LongCellContract {
    /** The table with the columns id, title, text and these rows, one string a line of the file. */
    abstract List<String> lines(List<List<String>> rows);

    /** A line of the format that cannot be read as a row. */
    abstract String brokenLine();

    /** What is said about that line. */
    abstract String brokenReason();

    @Override
    void write(Path file, List<List<String>> rows) throws IOException {
        Files.writeString(file, String.join("\n", lines(rows)));
    }

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

    @Test
    void all_line_ends_may_stand_in_one_file() {
        List<String> lines = lines(List.of(List.of("1", "a", "b"), List.of("2", "c", "d"), List.of("3", "e", "f")));
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
        List<String> lines = lines(List.of(List.of("1", "a", "b"), List.of("2", "c", "d")));
        Path file = write("\n" + String.join("\n\n  \n", lines) + "\n\n");

        assertThat(cells(file)).hasSize(2);
        Row.Read<TableRow> last = (Row.Read<TableRow>) read(file).get(1);
        assertThat(last.value().line()).isEqualTo(2 + 3L * (lines.size() - 1));
    }

    @Test
    void a_broken_line_costs_itself_alone() {
        List<String> lines = new ArrayList<>(lines(List.of(List.of("1", "a", "b"), List.of("2", "c", "d"))));
        int place = lines.size() - 1;
        lines.add(place, brokenLine());
        Path file = write(String.join("\n", lines));

        assertThat(cells(file)).extracting(row -> row.get("id")).containsExactly("1", "2");
        assertThat(rejections(file)).singleElement().asString().isEqualTo((place + 1) + ": " + brokenReason());
    }

    @Test
    void a_row_with_a_nul_is_rejected_and_says_so() {
        Path file = table(List.of(List.of("1", "a", "b"), List.of("2", "c", "d\0e"), List.of("3", "f", "g")));

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
    void a_line_without_end_is_rejected_and_the_next_is_read() throws IOException {
        List<String> lines = lines(List.of(List.of("1", "a", "b"), List.of("2", "c", "d")));
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
        assertThat(rejections(file)).singleElement().asString().contains("more than 20000000 characters");
    }

    @Test
    void a_table_in_utf_16_with_a_byte_order_mark_is_read() throws IOException {
        Path file = write("\uFEFF" + Files.readString(twoRows()), StandardCharsets.UTF_16LE);

        assertThat(cells(file)).hasSize(2).first().asString().contains("Ford reopened");
    }

    @Test
    void a_compressed_file_that_breaks_off_loses_nothing_that_stands_before_the_break() throws IOException {
        byte[] whole = compressedRows(20_000);
        Path file = folder.resolve(fileName() + ".gz");
        for (double share : new double[] {0.01, 0.5, 0.999}) {
            Files.write(file, Arrays.copyOf(whole, (int) (whole.length * share)));

            List<Map<String, String>> cells = cells(file);
            assertThat(rejections(file))
                    .singleElement()
                    .asString()
                    .endsWith(": the file breaks off here; it was not saved or downloaded completely");
            assertThat(cells).isNotEmpty();
            for (int i = 0; i < cells.size(); i++) {
                assertThat(cells.get(i)).containsEntry("id", String.valueOf(i));
            }
            String reported = rejections(file).get(0);
            int header = lines(List.of()).size();
            assertThat(reported).startsWith((cells.size() + header + 1) + ":");
        }
    }

    @Test
    void compressed_bytes_that_changed_are_told_apart_from_a_break() throws IOException {
        byte[] damaged = compressedRows(20_000);
        Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 50, (byte) 0xFF);
        Path file = Files.write(folder.resolve(fileName() + ".gz"), damaged);

        assertThat(cells(file)).hasSizeGreaterThan(1000);
        assertThat(rejections(file)).last().asString().contains("the compressed file is damaged from here on (");
    }

    @Test
    void a_file_that_is_named_as_compressed_and_is_not_says_so() throws IOException {
        Path file = Files.move(twoRows(), folder.resolve(fileName() + ".gz"));

        assertThatThrownBy(() -> TableReader.open(file))
                .isInstanceOf(UserFacingException.class)
                .hasMessage(file + " cannot be read: its name ends in .gz, but it is not compressed by gzip.");
    }

    private byte[] compressedRows(int count) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(List.of(String.valueOf(i), "Title " + i * 31 % 1009, "Text " + i * 17 % 5003 + "."));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(String.join("\n", lines(rows)).getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
