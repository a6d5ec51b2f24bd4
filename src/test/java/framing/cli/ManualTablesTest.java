package framing.cli;

import static framing.cli.Ran.framing;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README and the page on stance show of the sample articles' scores is what the bundled model says. */
class ManualTablesTest {
    /** How far a probability may lie off, for processors round differently. */
    private static final double ROUNDING = .01;

    @TempDir
    static Path folder;

    private static List<CSVRecord> sentences = List.of();
    private static List<CSVRecord> stances = List.of();

    @BeforeAll
    static void score() throws IOException {
        Path scores = folder.resolve("scores.csv");
        framing(
                "score",
                Path.of("training-data", "sample-articles"),
                "--model",
                Path.of("models", "conflict-news-en"),
                "--targets",
                Path.of("training-data", "conflict-news", "targets.yaml"),
                "--out",
                scores,
                "--quiet");
        sentences = records(scores);
        stances = records(folder.resolve("scores.csv.stance.csv"));
    }

    private static List<CSVRecord> records(Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }

    /** The rows, cell by cell, of the page's table that begins with this line. */
    private static List<List<String>> table(Path page, String head) throws IOException {
        List<String> lines = Files.readAllLines(page);
        return lines.stream()
                .skip(lines.indexOf(head) + 2L)
                .takeWhile(line -> line.startsWith("| "))
                .map(line -> Arrays.asList(line.substring(2, line.length() - 2).split(" \\| ")))
                .toList();
    }

    private static boolean shows(String cell, CSVRecord row, String column) {
        return Math.abs(Double.parseDouble(cell) - Double.parseDouble(row.get(column))) <= ROUNDING;
    }

    @Test
    void the_readmes_sentences_have_these_codes() throws IOException {
        List<List<String>> rows = table(Path.of("README.md"), "| doc_id | text | voice | voice_probability | loaded |");

        assertThat(rows)
                .hasSizeGreaterThan(3)
                .allSatisfy(shown -> assertThat(sentences)
                        .anyMatch(row -> row.get("doc_id").equals(shown.get(0))
                                && row.get("text").equals(shown.get(1))
                                && row.get("voice").equals(shown.get(2))
                                && shows(shown.get(3), row, "voice_probability")
                                && row.get("loaded").equals(shown.get(4))));
    }

    @Test
    void the_mentions_of_the_page_on_stance_have_these_codes() throws IOException {
        List<List<String>> rows = table(
                ManualPage.FOLDER.resolve("stance.md"),
                "| sentence | target_id | mention | stance | stance_probability | holder |");

        assertThat(rows)
                .hasSizeGreaterThan(3)
                .allSatisfy(shown -> assertThat(stances)
                        .anyMatch(row -> row.get("target_id").equals(shown.get(1))
                                && row.get("mention").equals(shown.get(2))
                                && row.get("stance").equals(shown.get(3))
                                && shows(shown.get(4), row, "stance_probability")
                                && row.get("holder").equals(shown.get(5))));
    }
}
