package framing.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import framing.Golden;
import framing.classifier.TinyModels;
import framing.codebook.LabelDistribution;
import framing.codebook.Prediction;
import framing.corpus.Role;
import framing.corpus.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTableTest {
    private static final Prediction PREDICTION = new Prediction(
            TinyModels.CODEBOOK,
            Map.of(
                    "voice", LabelDistribution.of(0.125f, 0.7f, 0.175f),
                    "loaded", LabelDistribution.of(0.00004f, 0.99996f)));
    private static final ScoreColumns COLUMNS =
            new ScoreColumns(TinyModels.CODEBOOK, "tiny@12345678", List.of("outlet", "note", "text", "=bad"), false);

    private static ScoredSentence row(int index, String text, Map<String, String> carried) {
        return new ScoredSentence(
                new Sentence("doc-1", index, Role.BODY, 10 * index, 10 * index + text.length(), text),
                "",
                PREDICTION,
                carried);
    }

    private static final List<ScoredSentence> ROWS = List.of(
            row(0, "Plain words.", Map.of("outlet", "The Ford Gazette", "note", "-5")),
            row(1, "=SUM(A1:A9)", Map.of("outlet", "+cmd", "note", "+1,234.5")),
            row(2, "-At dawn, they left.", Map.of("outlet", "@home", "note", "-1e-3")),
            row(3, "\"Go,\" she said.", Map.of("outlet", "a, b", "note", "-", "text", "carried")),
            row(4, "Two\nlines", Map.of("outlet", "\ttab", "note", "", "=bad", "=1+1")),
            row(5, "قال المتحدث 💥", Map.of("note", "1.5")));

    @TempDir
    Path folder;

    private Path written(ScoringPlan.Format format, String name) throws IOException {
        Path target = folder.resolve(name);
        try (OutputTable table = OutputTable.of(format, GrowingFile.fresh(target), COLUMNS.columns())) {
            table.begin();
            for (ScoredSentence row : ROWS) {
                table.row(COLUMNS.cells(row));
            }
            table.endText();
            table.finish();
        }
        return target;
    }

    private static String unzipped(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void rows_in_csv_are_as_they_always_were() throws IOException {
        Golden.assertMatches(
                OutputTableTest.class, "scores.csv", Files.readString(written(ScoringPlan.Format.CSV, "out.csv")));
    }

    @Test
    void rows_in_json_are_as_they_always_were() throws IOException {
        Golden.assertMatches(
                OutputTableTest.class,
                "scores.jsonl",
                Files.readString(written(ScoringPlan.Format.JSONL, "out.jsonl")));
    }

    @Test
    void a_name_that_ends_in_gz_is_compressed() throws IOException {
        Golden.assertMatches(
                OutputTableTest.class, "scores.csv", unzipped(written(ScoringPlan.Format.CSV, "out.csv.gz")));
        Golden.assertMatches(
                OutputTableTest.class, "scores.jsonl", unzipped(written(ScoringPlan.Format.JSONL, "out.jsonl.gz")));
    }

    @Test
    void a_compressed_table_without_rows_is_whole() throws IOException {
        Path target = folder.resolve("none.jsonl.gz");
        try (OutputTable table =
                OutputTable.of(ScoringPlan.Format.JSONL, GrowingFile.fresh(target), COLUMNS.columns())) {
            table.begin();
            table.endText();
            table.finish();
        }
        assertThat(unzipped(target)).isEmpty();
    }

    @Test
    void rows_in_parquet_have_the_cells_of_rows_in_json_and_numbers_are_numbers() throws Exception {
        Path lines = written(ScoringPlan.Format.JSONL, "out.jsonl");
        Path parquet = written(ScoringPlan.Format.PARQUET, "it's out.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("FROM '" + parquet.toString().replace("'", "''") + "'")) {
            ResultSetMetaData columns = rows.getMetaData();
            for (String line : Files.readAllLines(lines)) {
                assertThat(rows.next()).isTrue();
                JsonNode cells = new ObjectMapper().readTree(line);
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    JsonNode cell = cells.get(columns.getColumnName(column));
                    if (cell.isInt()) {
                        assertThat(rows.getInt(column)).isEqualTo(cell.asInt());
                    } else if (cell.isNumber()) {
                        assertThat(rows.getObject(column)).isEqualTo(cell.asDouble());
                    } else {
                        assertThat(rows.getObject(column)).isEqualTo(cell.asText());
                    }
                }
                assertThat(columns.getColumnCount()).isEqualTo(cells.size());
            }
            assertThat(rows.next()).isFalse();
            assertThat(columns.getColumnTypeName(4)).isEqualTo("INTEGER");
            assertThat(columns.getColumnTypeName(8)).isEqualTo("DOUBLE");
        }
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".unfinished"));
    }

    @Test
    void a_row_of_more_than_sixteen_megabytes_goes_into_parquet() throws Exception {
        Path target = folder.resolve("long.parquet");
        try (OutputTable table = OutputTable.of(
                ScoringPlan.Format.PARQUET, GrowingFile.fresh(target), List.of(OutputColumn.text("text")))) {
            table.row(Map.of("text", "x".repeat(20 << 20)));
            table.endText();
            table.finish();
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT len(text) FROM '" + target + "'")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(20 << 20);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1+1",
                "-1+1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "-",
                "+",
                "--5",
                "-5-",
                "=",
                "＝1+1",
                "＋1",
                "－1",
                "＠x",
                "-five",
                "- a dash",
                "+44 20 7946 0000"
            })
    void what_a_spreadsheet_would_run_gets_an_apostrophe(String cell) {
        assertThat(CsvOutput.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "+5", "-5.25", "-1,234.5", "-1e-3", "5", "", "'quoted'", "a=b", "1-2", " =1", "(-5)"})
    void numbers_and_other_text_are_left_alone(String cell) {
        assertThat(CsvOutput.harmless(cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 0.00004f, 0.00006f, 0.5f, 0.99994f, 0.99996f, 1})
    void probabilities_have_four_decimals(float probability) {
        assertThat(Probability.of(probability).toPlainString()).matches("[01]\\.[0-9]{4}");
        assertThat(Probability.of(probability).floatValue()).isCloseTo(probability, within(0.00005f));
    }
}
