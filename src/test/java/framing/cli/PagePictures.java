package framing.cli;

import static framing.cli.Ran.framing;
import static org.assertj.core.api.Assertions.assertThat;

import framing.report.Browser;
import framing.report.ScoredFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.support.ui.Select;

/**
 * Pictures of pages, made anew with {@code mvn test -Pbrowser -Dtest=PagePictures}: the one in the README, and in
 * target/pictures every page from top to bottom at the width of a desk and of a phone, to be looked at before a change of
 * the pages is called done.
 */
@Tag("browser")
class PagePictures {
    private static final Path README_PICTURE = Path.of("src", "site", "resources", "images", "report.png");
    private static final Path FOLDER = Path.of("target", "pictures");
    private static final Path SAMPLE = Path.of("training-data", "sample-articles");
    private static final Path MODEL = Path.of("models", "conflict-news-en");
    /** The model knows them: the figures in the picture are better than they ought to be, the layout is not. */
    private static final Path LABELS = Path.of("training-data", "conflict-news", "articles.csv");

    private static final int DESK = 1280;
    private static final int PHONE = 400;
    private static final int SLICE = 1600;

    @TempDir
    Path folder;

    @Test
    void the_readme_shows_the_report_of_the_sample() throws IOException {
        try (Browser browser = new Browser()) {
            Path page = sampleReport();
            browser.resize(1000, 900);
            browser.open(page);
            new Select(browser.first("#outlet")).selectByVisibleText("The Daily Comet");
            browser.script("document.activeElement.blur()");
            Files.createDirectories(README_PICTURE.getParent());
            Files.write(README_PICTURE, browser.picture("#articles", 0, 1000, 700));
        }
        assertThat(Files.size(README_PICTURE)).isLessThan(300_000);
    }

    @Test
    void every_page_is_pictured_from_top_to_bottom() throws IOException {
        List<String> lines = Files.readAllLines(LABELS);
        Path labels = Files.write(folder.resolve("labels.csv"), lines.subList(0, 600));
        Path evaluation = folder.resolve("evaluation.html");
        assertThat(framing("evaluate", labels, "--model", MODEL, "--report", evaluation, "--quiet")
                        .code())
                .isZero();
        Path stances = folder.resolve("stances.html");
        Path invented = ScoredFiles.corpus(folder.resolve("invented.csv"), 300);
        ScoredFiles.stances(invented, 300);
        assertThat(framing("report", invented, "--out", stances, "--quiet").code())
                .isZero();
        Files.createDirectories(FOLDER);
        try (Browser browser = new Browser()) {
            for (int width : new int[] {DESK, PHONE}) {
                picture(browser, sampleReport(), "report-" + width, width);
                picture(browser, stances, "stances-" + width, width);
                picture(browser, evaluation, "evaluation-" + width, width);
            }
        }
    }

    private Path sampleReport() {
        Path page = folder.resolve("report.html");
        assertThat(framing(
                                "score",
                                SAMPLE,
                                "--model",
                                MODEL,
                                "--out",
                                folder.resolve("scores.csv"),
                                "--report",
                                page,
                                "--overwrite",
                                "--quiet")
                        .code())
                .isZero();
        return page;
    }

    private static void picture(Browser browser, Path page, String name, int width) throws IOException {
        browser.resize(width, 900);
        browser.open(page);
        int height = browser.height();
        for (int top = 0; top < height; top += SLICE) {
            byte[] slice = browser.picture("html", top, width, Math.min(SLICE, height - top));
            Files.write(FOLDER.resolve(name + "-" + top / SLICE + ".png"), slice);
        }
    }
}
