package framing.cli;

import static framing.cli.Ran.framing;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of scores, coded by hand, is judged: with the model's own codes every figure must be 1. */
class EvaluateCommandTest {
    private static final Path MODEL = Path.of("models", "conflict-news-en");
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    @TempDir
    static Path folder;

    private static Path scores;

    @BeforeAll
    static void score() {
        scores = folder.resolve("scores.csv");
        framing("score", Path.of("training-data", "sample-articles"), "--model", MODEL, "--out", scores, "--quiet");
    }

    /** The scores with only some of the rows, or with other columns or codes. */
    private static Path changed(
            String name, UnaryOperator<String> column, Predicate<CSVRecord> kept, Predicate<CSVRecord> coded)
            throws IOException {
        Path file = folder.resolve(name);
        try (CSVParser rows = CSVParser.parse(scores, StandardCharsets.UTF_8, CSV);
                CSVPrinter out = new CSVPrinter(Files.newBufferedWriter(file), CSVFormat.RFC4180)) {
            List<String> columns = List.of("doc_id", "sentence_index", "role", "text", "voice");
            out.printRecord(columns.stream().map(column));
            for (CSVRecord row : rows) {
                if (kept.test(row)) {
                    out.printRecord(columns.stream()
                            .map(cell -> cell.equals("voice") && !coded.test(row) ? "" : row.get(cell)));
                }
            }
        }
        return file;
    }

    private static boolean every(CSVRecord row) {
        return true;
    }

    private static boolean fourth(CSVRecord row) {
        return row.getRecordNumber() % 4 == 0;
    }

    private static Ran evaluated(Path table) {
        return framing("evaluate", table, "--model", MODEL);
    }

    @Test
    void scores_are_read_as_they_were_written() throws IOException {
        Ran whole = evaluated(
                changed("whole.csv", UnaryOperator.identity(), EvaluateCommandTest::every, EvaluateCommandTest::every));
        Ran sampled = evaluated(changed(
                "sampled.csv", UnaryOperator.identity(), EvaluateCommandTest::every, EvaluateCommandTest::fourth));

        assertThat(List.of(whole, sampled)).allSatisfy(ran -> {
            assertThat(ran.code()).isZero();
            assertThat(ran.out()).containsPattern("accuracy +1\\.000");
            assertThat(ran.err()).doesNotContain("Warning");
        });
    }

    @Test
    void without_order_a_warning_says_that_sentences_are_read_alone() throws IOException {
        Ran ran = evaluated(changed(
                "unordered.csv",
                name -> name.equals("sentence_index") ? "number" : name,
                EvaluateCommandTest::every,
                EvaluateCommandTest::every));

        assertThat(ran.code()).isZero();
        assertThat(ran.err())
                .contains("Warning: no columns doc_id and seq (or sentence_index), so each sentence is read alone.");
        assertThat(ran.out()).doesNotContainPattern("accuracy +1\\.000");
    }

    @Test
    void with_sentences_missing_a_warning_says_how_many_articles_have_gaps() throws IOException {
        Ran ran = evaluated(
                changed("gaps.csv", UnaryOperator.identity(), EvaluateCommandTest::fourth, EvaluateCommandTest::every));

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).contains("Warning: 8 article(s) lack sentences");
        assertThat(ran.out()).doesNotContainPattern("accuracy +1\\.000");
    }
}
