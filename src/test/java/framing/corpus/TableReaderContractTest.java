package framing.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import framing.UserFacingException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a table gives, whatever its format. Each format says how it writes rows down. */
abstract class TableReaderContractTest {
    @TempDir
    Path folder;

    /** The name of the test's file, whose ending tells the format. */
    abstract String fileName();

    /** Writes a table with the columns id, title, text and these rows. */
    abstract void write(Path file, List<List<String>> rows) throws IOException;

    /** How many characters a long cell has. */
    int longCell() {
        return 5 << 20;
    }

    public final Path table(List<List<String>> rows) {
        try {
            Path file = folder.resolve(fileName());
            write(file, rows);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    final Path twoRows() {
        return table(List.of(List.of("1", "Ford reopened", "Cars cross."), List.of("2", "", "Rain.")));
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

    @Test
    void rows_come_in_file_order_with_their_cells() {
        List<Map<String, String>> cells = cells(twoRows());

        assertThat(cells)
                .containsExactly(
                        Map.of("id", "1", "title", "Ford reopened", "text", "Cars cross."),
                        Map.of("id", "2", "title", "", "text", "Rain."));
        assertThat(cells.get(0).keySet()).containsExactly("id", "title", "text");
    }

    @Test
    void a_table_may_be_read_twice_at_the_same_time() throws IOException {
        Path file = twoRows();
        try (TableReader first = TableReader.open(file);
                TableReader second = TableReader.open(file)) {
            while (first.hasNext()) {
                assertThat(second.next()).isEqualTo(first.next());
            }
            assertThat(second.hasNext()).isFalse();
        }
    }

    @Test
    void the_columns_are_known_before_the_first_row() throws IOException {
        try (TableReader reader = TableReader.open(twoRows())) {
            assertThat(reader.columns()).containsExactly("id", "title", "text");
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
    void a_file_that_is_something_else_is_refused_or_rejected_with_its_name() throws IOException {
        Path file = Files.write(folder.resolve(fileName()), new byte[] {0, 1, 2, 3});

        assertThatThrownBy(() -> {
                    try (TableReader reader = TableReader.open(file)) {
                        assertThat(reader.next()).isInstanceOf(Row.Rejected.class);
                        throw new UserFacingException(reader.source(), "");
                    }
                })
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void right_to_left_text_emoji_and_line_ends_survive_unchanged() {
        String text = "قال المتحدث إن الطريق مفتوح.\n\"Quoted\", he said; \t🚚 \\ end ";

        assertThat(cells(table(List.of(List.of("1", "عنوان", text)))))
                .containsExactly(Map.of("id", "1", "title", "عنوان", "text", text));
    }

    @Test
    void a_long_cell_is_read() {
        String text = "The convoy left. ".repeat(longCell() / 17);
        Path file = table(List.of(List.of("1", "a", text), List.of("2", "b", "c")));

        assertThat(cells(file))
                .extracting(row -> row.getOrDefault("text", "").length())
                .containsExactly(text.length(), 1);
    }

    @Test
    void the_same_rows_come_out_of_a_compressed_table() throws IOException {
        Path file = twoRows();
        Path compressed = folder.resolve(fileName() + ".gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            Files.copy(file, out);
        }

        assertThat(cells(compressed)).isEqualTo(cells(file)).hasSize(2);
    }

    @Test
    void the_same_documents_come_out_of_an_archive() throws IOException {
        Path file = twoRows();
        Path archive = folder.resolve("corpus.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
            out.putNextEntry(new ZipEntry("in/" + fileName()));
            Files.copy(file, out);
        }

        assertThat(CorpusReader.of(archive).allDocuments())
                .isEqualTo(CorpusReader.of(file).allDocuments())
                .extracting(Document::text)
                .containsExactly("Cars cross.", "Rain.");
    }

    @Test
    void copies_made_to_read_a_table_are_removed() throws IOException {
        List<Path> before = copies();

        the_same_rows_come_out_of_a_compressed_table();

        assertThat(copies()).isEqualTo(before);
    }

    private List<Path> copies() throws IOException {
        String format = CorpusFormat.of(fileName()).orElseThrow().name().toLowerCase(Locale.ROOT);
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("framing-\\d+\\." + format))
                    .sorted()
                    .toList();
        }
    }
}
