package framing.cli;

import static framing.cli.Ran.framing;
import static org.assertj.core.api.Assertions.assertThat;

import framing.report.Browser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages that the bundled model and the bundled articles make, in a browser. */
@Tag("browser")
class SamplePageBrowserTest {
    private static final Path SAMPLE = Path.of("training-data", "sample-articles");
    private static final Path MODEL = Path.of("models", "conflict-news-en");

    @TempDir
    Path folder;

    @Test
    void every_sentence_of_the_sample_stands_beside_its_code() throws IOException {
        Path scored = folder.resolve("scores.csv");
        Path page = folder.resolve("report.html");
        Ran ran = framing("score", SAMPLE, "--model", MODEL, "--out", scored, "--report", page, "--quiet");
        assertThat(ran.code()).as(ran.err()).isZero();
        List<CSVRecord> rows;
        try (Reader in = Files.newBufferedReader(scored)) {
            rows = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        }

        try (Browser browser = new Browser()) {
            browser.open(page);

            assertThat(browser.texts("article li .text > span:first-child"))
                    .isEqualTo(rows.stream().map(row -> row.get("text")).toList());
            assertThat(browser.texts("article li .name"))
                    .isEqualTo(rows.stream().map(row -> name(row.get("voice"))).toList());
            assertThat(browser.texts("article .tag"))
                    .hasSize((int) rows.stream()
                            .filter(row -> row.get("loaded").equals("yes"))
                            .count())
                    .allMatch(tag -> tag.startsWith("loaded "));
        }
    }

    private static String name(String voice) {
        return switch (voice) {
            case "official_statement" -> "Official statement";
            case "militia_claim" -> "Armed-group claim";
            case "expert_or_civilian" -> "Expert or civilian";
            case "media_or_unnamed" -> "Other media or unnamed source";
            case "factual_report" -> "Factual report";
            case "editorial_language" -> "Editorial language";
            case "non_content" -> "Not content";
            default -> voice;
        };
    }

    @Test
    void a_page_about_a_model_judged_is_accessible_and_asks_for_nothing() throws IOException {
        List<String> corpus = Files.readAllLines(Path.of("training-data", "conflict-news", "articles.csv"));
        Path labels = Files.write(folder.resolve("labels.csv"), corpus.subList(0, 120));
        Path page = folder.resolve("evaluation.html");
        Ran ran = framing("evaluate", labels, "--model", MODEL, "--report", page, "--quiet");
        assertThat(ran.code()).as(ran.err()).isZero();

        try (Browser browser = new Browser()) {
            for (int width : new int[] {1280, 400}) {
                browser.resize(width, 900);
                browser.complaints(); // axe's of the width before
                browser.open(page);
                assertThat(browser.complaints()).isEmpty();
                browser.script("document.querySelectorAll('details').forEach(d => d.open = true)");
                assertThat(browser.accessibilityViolations()).isEmpty();
                assertThat((Long) browser.script("return document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(width);
            }
            assertThat(browser.requests())
                    .allMatch(url -> url.equals(page.toUri().toString()) || url.startsWith("data:"));
        }
    }
}
