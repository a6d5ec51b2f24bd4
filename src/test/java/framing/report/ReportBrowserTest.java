package framing.report;

import static org.assertj.core.api.Assertions.assertThat;

import framing.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The page about a scored file in a browser. */
@Tag("browser")
class ReportBrowserTest {
    private static final int ARTICLES = 40;
    private static final String SCRIPT =
            "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">";

    @TempDir
    static Path folder;

    private static Browser browser;
    private static Path usual;

    @BeforeAll
    static void open() throws IOException {
        browser = new Browser();
        Path scored = ScoredFiles.corpus(folder.resolve("scores.csv"), ARTICLES);
        usual = page(scored, ScoredFiles.stances(scored, ARTICLES));
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    private static Path page(Path scored) throws IOException {
        return page(scored, folder.resolve("none.csv"));
    }

    private static Path page(Path scored, Path stances) throws IOException {
        Path page = folder.resolve(scored.getFileName() + ".html");
        ReportPlan plan = new ReportPlan(
                scored, stances, page, ReportPlan.Columns.DEFAULT, ReportPlan.ARTICLES, 1, Optional.empty());
        new ScoringReport(plan, Progress.SILENT).write();
        return page;
    }

    private static List<String> articlesSeen() {
        return browser.texts("article .id");
    }

    @Test
    void a_mouse_filters_by_outlet_date_and_code() {
        browser.open(usual);
        assertThat(articlesSeen()).hasSize(10).contains("article-0");

        new Select(browser.first("#outlet")).selectByVisibleText("Gazette");
        assertThat(browser.texts("article .outlet")).isNotEmpty().containsOnly("Gazette");

        new Select(browser.first("#code")).selectByVisibleText("rebel");
        assertThat(browser.texts("article li .name")).isNotEmpty().containsOnly("rebel");

        browser.first("button[type=reset]").click();
        browser.first("#from").sendKeys("11012025");
        assertThat(articlesSeen()).containsExactly("article-37", "article-38", "article-39");
    }

    @Test
    void a_keyboard_filters_by_outlet_date_and_code() {
        browser.open(usual);

        browser.tabTo("outlet");
        browser.press("Gaz");
        assertThat(browser.texts("article .outlet")).isNotEmpty().containsOnly("Gazette");

        browser.tabTo("from");
        browser.press("06012025");
        assertThat(browser.first("#from").getAttribute("value")).isEqualTo("2025-06-01");
        assertThat(browser.seen("article"))
                .isNotEmpty()
                .allMatch(article ->
                        String.valueOf(article.getAttribute("data-day")).compareTo("2025-06-01") >= 0);

        browser.tabTo("code");
        browser.press("reb");
        assertThat(browser.texts("article li .name")).isNotEmpty().containsOnly("rebel");
    }

    @Test
    void arrows_walk_through_sentences_and_show_every_probability() {
        browser.open(usual);
        WebElement first = browser.seen("article li").get(0);
        WebElement second = browser.seen("article li").get(1);
        assertThat(browser.shownAfter(second)).doesNotContain("official");

        browser.script("arguments[0].focus()", first);
        browser.press(Keys.ARROW_DOWN);

        assertThat(browser.script("return document.activeElement")).isEqualTo(second);
        assertThat(browser.shownAfter(second))
                .contains("official")
                .contains("80 %")
                .contains("10 %");
    }

    @Test
    void pointing_at_a_sentence_shows_every_probability() {
        browser.open(usual);
        WebElement sentence = browser.seen("article li").get(2);

        browser.point(sentence);

        assertThat(browser.shownAfter(sentence)).contains("voice: ").contains("; loaded: ");
    }

    @Test
    void pages_of_articles_turn() {
        browser.open(usual);
        browser.first("#next").click();

        assertThat(articlesSeen()).hasSize(10).doesNotContain("article-0").contains("article-10");
        assertThat(browser.first("#count").getText()).isEqualTo("Articles 11 to 20 of 40.");
    }

    @Test
    void a_script_in_a_text_an_outlet_an_id_or_a_file_name_stays_text() throws IOException {
        Path scored = ScoredFiles.write(
                folder.resolve("<img src=x onerror=alert(1)>.csv"),
                ScoredFiles.COLUMNS,
                List.of(
                        ScoredFiles.row(SCRIPT, 0, SCRIPT, 0, SCRIPT, SCRIPT),
                        ScoredFiles.row(SCRIPT, 1, "</style></script><!-- \u2028 ${1+1}", 1, SCRIPT, SCRIPT)));

        browser.open(page(scored));

        assertThat(browser.script("return document.title")).asString().startsWith("<img src=x onerror=alert(1)>.csv");
        assertThat(browser.first("h1").getText()).isEqualTo("<img src=x onerror=alert(1)>.csv");
        assertThat(browser.first("article .text").getText()).startsWith(SCRIPT);
        assertThat(browser.seen("article .text").get(1).getText()).startsWith("</style></script><!-- ");
        assertThat(browser.first("article .outlet").getText()).isEqualTo(SCRIPT);
        assertThat(browser.script("return document.images.length + document.scripts.length"))
                .isEqualTo(1L);
    }

    @Test
    void a_page_runs_no_script_but_its_own_even_if_one_got_in() {
        browser.open(usual);

        browser.script("const s = document.createElement('script'); s.textContent = 'document.title = \"run\"';"
                + " document.body.append(s);");

        assertThat(browser.script("return document.title")).isEqualTo("scores.csv – framing");
        assertThat(browser.complaints()).anyMatch(line -> line.contains("Content Security Policy"));
    }

    @Test
    void no_request_leaves_the_page_and_nothing_goes_wrong() {
        browser.requests();
        browser.complaints();

        browser.open(usual);
        browser.first("#next").click();

        assertThat(browser.requests())
                .contains(usual.toUri().toString())
                .allMatch(request -> request.equals(usual.toUri().toString()) || request.startsWith("data:"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void axe_finds_no_serious_violation_at_a_desk_or_on_a_phone() {
        for (int width : new int[] {1280, 400}) {
            browser.resize(width, 900);
            browser.open(usual);
            browser.script("document.querySelectorAll('details').forEach(d => d.open = true)");
            assertThat(browser.accessibilityViolations()).isEmpty();
            assertThat((Long) browser.script("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
        }
        browser.resize(1280, 1000);
    }

    @Test
    void right_to_left_text_runs_from_the_right() throws IOException {
        Path scored = ScoredFiles.write(
                folder.resolve("arabic.csv"),
                ScoredFiles.COLUMNS,
                List.of(
                        ScoredFiles.row("a", 0, "قال المتحدث إن الجسر مفتوح.", 0, "الجريدة", "2025-01-01"),
                        ScoredFiles.row("a", 1, "The bridge is open.", 1, "الجريدة", "2025-01-01")));

        browser.open(page(scored));

        List<String> directions = browser.seen("article .text").stream()
                .map(text -> text.getCssValue("direction"))
                .toList();
        assertThat(directions).containsExactly("rtl", "ltr");
    }

    @Test
    void a_hundred_thousand_sentences_open_in_under_three_seconds() throws IOException {
        Path page = page(ScoredFiles.corpus(folder.resolve("large.csv"), 4_000));

        long milliseconds = browser.open(page);

        assertThat(browser.first(".deck").getText()).startsWith("100,000 sentences in 4,000 articles");
        assertThat(browser.first("#articles p").getText()).startsWith("200 of the 4,000 articles are here");
        assertThat(articlesSeen()).hasSize(10);
        assertThat(milliseconds).isBetween(1L, 2_999L);
        assertThat(Files.size(page)).isLessThan(6_000_000);
    }

    @Test
    void a_chip_stands_at_the_sentence_and_its_target_is_marked() {
        browser.open(usual);
        WebElement sentence = browser.seen("article li").get(1);

        assertThat(sentence.findElement(By.tagName("mark")).getText()).isEqualTo("committee");
        assertThat(sentence.findElement(By.cssSelector(".chip")).getText()).startsWith("The ");
        assertThat(IntStream.range(0, 3)
                        .mapToObj(i ->
                                browser.seen(".stances thead th").get(3 + i).getText()))
                .containsExactlyInAnyOrder("supportive", "neutral", "critical");
    }
}
