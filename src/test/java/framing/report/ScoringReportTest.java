package framing.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import framing.Golden;
import framing.Progress;
import framing.UserFacingException;
import framing.classifier.TinyModels;
import framing.codebook.Target;
import framing.codebook.Targets;
import framing.corpus.CorpusColumns;
import framing.corpus.CorpusPlan;
import framing.encoder.LetterEncoder;
import framing.scoring.CorpusScorer;
import framing.scoring.ScoringPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoringReportTest {
    @TempDir
    Path folder;

    private String page(Path scored) throws IOException {
        return page(scored, ReportPlan.ARTICLES);
    }

    private String page(Path scored, int articles) throws IOException {
        Path page = folder.resolve("report.html");
        ReportPlan plan = new ReportPlan(
                scored,
                ScoringPlan.outputPerTarget(scored),
                page,
                ReportPlan.Columns.DEFAULT,
                articles,
                1,
                Optional.empty());
        new ScoringReport(plan, Progress.SILENT).write();
        return Files.readString(page);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("scores.csv"), text);
    }

    private Path small() {
        return ScoredFiles.write(
                folder.resolve("scores.csv"),
                ScoredFiles.COLUMNS,
                List.of(
                        ScoredFiles.row("a", 0, "Ministry speaks", 0, "Gazette", "2025-01-01"),
                        ScoredFiles.row("a", 1, "=The regime & its \"friends\" <lied>.", 2, "Gazette", "2025-01-01"),
                        ScoredFiles.row("b", 0, "Rebels speak", 1, "The Daily Comet", "Feb. 3, 2025"),
                        ScoredFiles.row("b", 1, "The ministry replied.", 0, "The Daily Comet", "Feb. 3, 2025")));
    }

    private Path without(String column) {
        int gone = ScoredFiles.COLUMNS.indexOf(column);
        List<String> columns = new ArrayList<>(ScoredFiles.COLUMNS);
        columns.remove(gone);
        List<Object> row = new ArrayList<>(ScoredFiles.row("a", 0, "A text.", 0, "Gazette", "2025-01-01"));
        row.remove(gone);
        return ScoredFiles.write(folder.resolve("scores.csv"), columns, List.of(row));
    }

    @Test
    void a_small_page_reads_as_it_always_did() throws IOException {
        String page = page(small());

        Golden.assertMatches(
                ScoringReportTest.class,
                "report.html",
                page.replace(HtmlPage.style(), "")
                        .replace(HtmlPage.script(), "")
                        .replaceAll("content=\"default-src[^\"]*\"", ""));
    }

    @Test
    void two_runs_make_the_same_page() throws IOException {
        Path scored = ScoredFiles.corpus(folder.resolve("scores.csv"), 30);
        ScoredFiles.stances(scored, 30);

        assertThat(page(scored, 5)).isEqualTo(page(scored, 5));
    }

    @Test
    void an_apostrophe_that_keeps_spreadsheets_from_running_a_cell_is_taken_away_again() throws IOException {
        assertThat(page(small())).contains(">=The regime &amp; its \"friends\" &lt;lied&gt;.<");
    }

    @Test
    void json_lines_make_a_page_too() throws IOException {
        Path scored = Files.writeString(folder.resolve("scores.jsonl"), """
                {"doc_id":"a","sentence_index":0,"role":"body","text":"'=x","tone":"warm","tone_probability":0.75}
                """);

        assertThat(page(scored))
                .contains("1 sentence in 1 article")
                .contains(">'=x<")
                .contains("warm");
    }

    @Test
    void each_missing_column_costs_its_part_and_the_page_says_which() throws IOException {
        assertThat(page(without("outlet"))).contains("Shares by outlet: there is no column outlet.");
        assertThat(page(without("date")))
                .contains("Shares over time: there is no column date.")
                .doesNotContain("<h2 id=\"time-title\"");
        assertThat(page(without("text")))
                .contains("there is no column text.")
                .doesNotContain("<article")
                .doesNotContain("id=\"doubts\"");
        assertThat(page(without("doc_id")))
                .contains("there is no column doc_id")
                .doesNotContain("<article");
        assertThat(page(without("model"))).contains("there is no column model.").contains("not named in the file");
        assertThat(page(without("voice_probability"))).contains("80 %");
        assertThat(page(without("role"))).contains("A text.");
    }

    @Test
    void a_file_without_stances_says_so() throws IOException {
        assertThat(page(small())).contains("there is no file of stances").doesNotContain("id=\"stance\"");
    }

    @Test
    void several_models_in_one_file_are_named() throws IOException {
        List<Object> other = new ArrayList<>(ScoredFiles.row("b", 0, "Another.", 1, "Gazette", "2025-01-01"));
        other.set(other.size() - 1, "other@87654321");
        Path scored = ScoredFiles.write(
                folder.resolve("scores.csv"),
                ScoredFiles.COLUMNS,
                List.of(ScoredFiles.row("a", 0, "A text.", 0, "Gazette", "2025-01-01"), other));

        assertThat(page(scored))
                .contains("Labels of several models are mixed in this file and counted together: other@87654321"
                        + " (1 sentence), tiny@12345678 (1 sentence).");
    }

    @Test
    void dates_that_cannot_be_read_are_counted_and_the_first_is_shown() throws IOException {
        Path scored = ScoredFiles.write(
                folder.resolve("scores.csv"),
                ScoredFiles.COLUMNS,
                List.of(
                        ScoredFiles.row("a", 0, "A text.", 0, "Gazette", "2025-01-01"),
                        ScoredFiles.row("b", 0, "A text.", 0, "Gazette", "05/06/2025"),
                        ScoredFiles.row("c", 0, "A text.", 0, "Gazette", "last week"),
                        ScoredFiles.row("d", 0, "A text.", 0, "Gazette", "")));

        assertThat(page(scored))
                .contains("2 articles whose date cannot be read or names no certain day, such as \"05/06/2025\"")
                .contains("1 article without a date.");
    }

    @Test
    void a_file_with_a_header_alone_makes_a_page_that_says_it_is_empty() throws IOException {
        Path scored = ScoredFiles.write(folder.resolve("scores.csv"), ScoredFiles.COLUMNS, List.of());

        assertThat(page(scored))
                .contains("The file has columns but no sentences.")
                .contains("0 sentences");
    }

    @Test
    void rows_that_were_rejected_when_the_articles_were_scored_are_told() throws IOException {
        Path scored = small();
        Files.writeString(folder.resolve("scores.csv.summary.json"), "{\"summary\": {\"rejected\": 7}}");
        assertThat(page(scored)).contains("When the articles were scored, 7 rows of the input could not be used.");

        Files.writeString(folder.resolve("scores.csv.summary.json"), "no JSON");
        assertThat(page(scored)).doesNotContain("When the articles were scored");
    }

    @Test
    void an_empty_file_is_refused_in_words() throws IOException {
        Path scored = file("");

        assertThatThrownBy(() -> page(scored))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("is empty");
    }

    @Test
    void a_file_without_codes_is_refused_and_its_columns_are_named() throws IOException {
        Path scored = file("id,text\n1,A text.\n");

        assertThatThrownBy(() -> page(scored))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("No column of codes")
                .hasMessageContaining("id, text");
    }

    @Test
    void a_broken_row_is_counted_and_the_rest_is_shown() throws IOException {
        String whole = Files.readString(small());
        Path scored = file(whole + "b,2,body,1,2,\"never closed,outlet\n");

        assertThat(page(scored))
                .contains("1 row could not be read and is missing from every figure.")
                .contains("4 sentences in 2 articles");
    }

    @Test
    void boilerplate_is_shown_but_not_counted() throws IOException {
        List<Object> credit = new ArrayList<>(ScoredFiles.row("a", 1, "By Our Staff", 2, "Gazette", "2025-01-01"));
        credit.set(ScoredFiles.COLUMNS.indexOf("role"), "boilerplate");
        Path scored = ScoredFiles.write(
                folder.resolve("scores.csv"),
                ScoredFiles.COLUMNS,
                List.of(ScoredFiles.row("a", 0, "A text.", 0, "Gazette", "2025-01-01"), credit));

        assertThat(page(scored))
                .contains("1 sentence of the role boilerplate")
                .contains("By Our Staff")
                .contains("title=\"1 sentence in 1 article\"");
    }

    @Test
    void more_articles_than_asked_for_are_drawn_and_the_page_says_so() throws IOException {
        String page = page(ScoredFiles.corpus(folder.resolve("scores.csv"), 30), 5);

        assertThat(page.split("<article", -1)).hasSize(6);
        assertThat(page).contains("5 of the 30 articles are here, drawn by chance (seed 1).");
    }

    @Test
    void a_very_long_article_is_cut_and_the_page_says_so() throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < 310; i++) {
            rows.add(ScoredFiles.row("a", i, "Sentence " + i, 0, "Gazette", "2025-01-01"));
        }

        String page = page(ScoredFiles.write(folder.resolve("scores.csv"), ScoredFiles.COLUMNS, rows));

        assertThat(page)
                .contains("Sentence 299<")
                .doesNotContain("Sentence 300<")
                .contains("10 more sentences");
    }

    @Test
    void outlets_beyond_the_twentieth_are_shown_together() throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            rows.add(ScoredFiles.row("a" + i, 0, "A text.", 0, "Outlet " + i, "2025-01-01"));
        }

        assertThat(page(ScoredFiles.write(folder.resolve("scores.csv"), ScoredFiles.COLUMNS, rows)))
                .contains("The 6 other outlets");
    }

    @Test
    void stances_are_counted_by_target_and_holder_and_shown_at_their_sentence() throws IOException {
        Path scored = small();
        ScoredFiles.write(
                folder.resolve("scores.csv.stance.csv"),
                ScoredFiles.STANCE_COLUMNS,
                List.of(
                        List.of("a", 1, "r", "Regime", "regime", 15, 21, "critical", "0.9000", "outlet", "tiny"),
                        List.of("b", 1, "r", "Regime", "ministry", 14, 22, "supportive", "0.7000", "official", "tiny"),
                        List.of("b", 1, "r", "Regime", "nowhere", 11, 18, "neutral", "0.6000", "", "tiny")));

        String page = page(scored);

        assertThat(page)
                .contains("=The <mark>regime</mark> &amp; its")
                .contains("The <mark>ministry</mark> replied.")
                .doesNotContain("<mark>nowhere")
                .contains("<bdi>Regime</bdi></b> critical 90 %, outlet")
                .contains("<bdi>Regime</bdi></b> neutral 60 %<")
                .contains("<td class=\"number\">3</td>");
    }

    @Test
    void what_a_scoring_run_says_of_targets_stands_in_the_page() throws IOException {
        Path articles = Files.writeString(folder.resolve("articles.csv"), """
                id,title,text,outlet
                a1,,"Anna saw Bob, and Bob fled. It rained. A crack calls Bob.",Gazette
                a2,,Anna wrote.,Courier
                """);
        Path scored = folder.resolve("scores.csv");
        new CorpusScorer(TinyModels.classifier(TinyModels.stances(), new LetterEncoder()), Progress.SILENT)
                .score(new ScoringPlan(
                        CorpusPlan.of(List.of(articles), CorpusColumns.DEFAULT),
                        ScoringPlan.Unit.ARTICLE,
                        scored,
                        ScoringPlan.Format.CSV,
                        1,
                        ScoringPlan.Start.FRESH,
                        Optional.of(new Targets(List.of(
                                new Target("anna", "Anna A.", List.of("Anna"), null),
                                new Target("bob", "Bob B.", List.of("Bob"), null)))),
                        false));

        assertThat(page(scored))
                .contains("<dt>--unit</dt><dd><bdi>article</bdi></dd>")
                .contains("<dt>Precision</dt>")
                .contains("stance toward targets")
                .contains("<mark>Anna</mark> saw <mark>Bob</mark>, and Bob fled.")
                .contains("A crack calls <mark>Bob</mark>.")
                .contains("<bdi>Anna A.</bdi></b> supportive")
                .contains("<bdi>Bob B.</bdi></b> critical");
    }

    @Test
    void a_file_that_is_no_file_of_stances_is_refused() throws IOException {
        Path scored = small();
        Files.writeString(folder.resolve("scores.csv.stance.csv"), "doc_id,target\na,Regime\n");

        assertThatThrownBy(() -> page(scored))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("is no file of stances");
    }

    @Test
    void half_a_surrogate_pair_does_not_stop_the_page() throws IOException {
        Path scored = Files.writeString(folder.resolve("scores.jsonl"), """
                {"doc_id":"a","text":"cut \\ud83d","tone":"warm","tone_probability":0.75}
                """);

        assertThat(page(scored)).contains("cut \uFFFD<");
    }
}
