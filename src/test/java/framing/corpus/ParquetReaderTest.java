package framing.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import framing.UserFacingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParquetReaderTest extends TableReaderContractTest implements LongCellContract {
    @Override
    String fileName() {
        return "articles.parquet";
    }

    @Override
    void write(Path file, List<List<String>> rows) throws IOException {
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE t (id VARCHAR, title VARCHAR, text VARCHAR)");
            try (PreparedStatement insert = database.prepareStatement("INSERT INTO t VALUES (?, ?, ?)")) {
                for (List<String> row : rows) {
                    for (int i = 0; i < 3; i++) {
                        insert.setString(i + 1, row.get(i));
                    }
                    insert.execute();
                }
            }
            statement.execute("COPY t TO '" + file + "' (FORMAT parquet)");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private Path copied(String name, String query) throws IOException {
        Path file = folder.resolve(name);
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet, ROW_GROUP_SIZE 2048)");
            return file;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Test
    void values_become_text_nested_ones_json_and_null_no_cell() throws IOException {
        Path file = copied(
                "typed.parquet",
                "SELECT 7 AS n, 1.5::DOUBLE AS x, true AS b, NULL::VARCHAR AS z, DATE '2024-01-02' AS d,"
                        + " TIMESTAMP '2024-01-02 10:00:00' AS t, [1, 2] AS l, {'k': 'v'} AS o, 'raw'::BLOB AS raw,"
                        + " 'q' AS \"quo\"\"ted\"");

        assertThat(cells(file))
                .containsExactly(Map.of(
                        "n",
                        "7",
                        "x",
                        "1.5",
                        "b",
                        "true",
                        "d",
                        "2024-01-02",
                        "t",
                        "2024-01-02 10:00:00",
                        "l",
                        "[1,2]",
                        "o",
                        "{\"k\":\"v\"}",
                        "raw",
                        "raw",
                        "quo\"ted",
                        "q"));
    }

    @Test
    void a_name_with_the_signs_of_a_pattern_is_that_of_one_file() throws IOException {
        Path plain = copied("a.parquet", "SELECT 'plain' AS id");
        Path odd = Files.copy(copied("b.parquet", "SELECT 'odd' AS id"), folder.resolve("[ab]'s?.parquet"));

        assertThat(cells(plain)).containsExactly(Map.of("id", "plain"));
        assertThat(cells(odd)).containsExactly(Map.of("id", "odd"));
    }

    @Test
    void a_table_without_the_text_column_names_the_columns_it_has() throws IOException {
        Path file = copied("a.parquet", "SELECT 1 AS id, 'b' AS body, 'c' AS date");

        assertThatThrownBy(() -> CorpusReader.of(file).survey())
                .isInstanceOfSatisfying(
                        UserFacingException.class,
                        e -> assertThat(e.remedy()).isEqualTo("Name the column, for example --text-column body."))
                .hasMessage("No column \"text\" in " + file + " (found: id, body, date).");
        assertThat(CorpusReader.of(CorpusPlan.of(List.of(file), new CorpusColumns("id", "title", "body")))
                        .allDocuments())
                .containsExactly(new Document("1", "", "b", Map.of("date", "c")));
    }

    @Test
    void a_file_that_breaks_off_is_refused_alone_and_rejected_among_others() throws IOException {
        Path whole = twoRows();
        Path broken = folder.resolve("broken.parquet");
        Files.write(broken, Arrays.copyOf(Files.readAllBytes(whole), (int) Files.size(whole) / 2));

        assertThatThrownBy(() -> TableReader.open(broken))
                .isInstanceOf(UserFacingException.class)
                .hasMessageStartingWith(broken + " cannot be read: it is no whole Parquet file (");
        assertThat(CorpusReader.of(folder).survey()).isEqualTo(new CorpusSurvey(2, 1, List.of(), Map.of(), 0));
    }

    @Test
    void where_the_pages_are_damaged_the_rows_before_are_kept() throws IOException {
        Path file = copied("a.parquet", "SELECT i AS id, md5(i::VARCHAR) AS text FROM range(200000) t(i) ORDER BY i");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 2000, (byte) 0x5A);
        Files.write(file, bytes);

        List<Map<String, String>> cells = cells(file);
        assertThat(cells).hasSizeBetween(2048, 199_999);
        for (int i = 0; i < cells.size(); i++) {
            assertThat(cells.get(i)).containsEntry("id", String.valueOf(i));
        }
        for (int again = 0; again < 10; again++) {
            assertThat(rejections(file))
                    .singleElement()
                    .asString()
                    .startsWith((cells.size() + 1) + ": the Parquet file is damaged from here on (");
        }
    }

    @Test
    void a_row_with_a_nul_is_rejected_and_says_so() throws IOException {
        Path file = copied("a.parquet", "SELECT unnest(['a', 'b' || chr(0) || 'c', 'd']) AS id");

        assertThat(cells(file)).extracting(row -> row.get("id")).containsExactly("a", "d");
        assertThat(rejections(file)).containsExactly("2: " + TableReader.NUL_FOUND);
    }
}
