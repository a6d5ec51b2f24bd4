package framing.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import framing.RecordedProgress;
import framing.UserFacingException;
import framing.classifier.SentenceClassifier;
import framing.classifier.TinyModels;
import framing.corpus.CorpusColumns;
import framing.corpus.CorpusPlan;
import framing.encoder.LetterEncoder;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusScorerTest {
    private static final List<String> HEADER = List.of("id", "title", "text", "outlet", "date");
    private static final String SAID =
            "The port of Arvel was closed, the ministry said on Monday. \"Nobody was hurt,\" it"
                    + " added.\n\nWhat happened before\n\nTwo ferries had been held at the quay since dawn. A trader said he had"
                    + " lost a day's work.";
    private static final String BURNED =
            "Rebels burned the mill above Corvan. They claimed that it had been a barracks.";

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    /** Over the real encoder, opened once for all tests. */
    private static SentenceClassifier real;

    @BeforeAll
    static void open() {
        real = SentenceClassifier.load(TinyModels.writeReal(shared.resolve("model")));
    }

    @AfterAll
    static void close() {
        real.close();
    }

    private final RecordedProgress progress = new RecordedProgress();

    private static SentenceClassifier letters() {
        return TinyModels.classifier(TinyModels.letters(), new LetterEncoder());
    }

    private Path file(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path table(String name, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(HEADER);
            printer.printRecords(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file(name, text.toString());
    }

    private static List<List<String>> sixArticles() {
        return List.of(
                List.of("a1", "Port of Arvel closed", SAID, "Gazette", "2024-01-02"),
                List.of("a2", "", BURNED, "", ""),
                List.of("a3", "Only a headline", "", "Courier", " 2024-01-03 "),
                List.of("a4", "A long day", (SAID + "\n\n" + BURNED + "\n\n").repeat(4), "Gazette, late", "\"x\""),
                List.of("a5", "Mill burned", BURNED, "line\nbreak", "=1+1"),
                List.of("a6", "Right to left", "قال المتحدث إن الطريق مفتوح. 💥 وأضاف أن أحدا لم يصب.", "-5", "+x"));
    }

    private ScoringPlan plan(Path input, String output, ScoringPlan.Format format, int threads) {
        return new ScoringPlan(
                CorpusPlan.of(List.of(input), CorpusColumns.DEFAULT),
                ScoringPlan.Unit.ARTICLE,
                folder.resolve(output),
                format,
                threads,
                ScoringPlan.Start.FRESH,
                Optional.empty(),
                false);
    }

    private ScoringSummary score(SentenceClassifier classifier, Path input, String output, int threads) {
        return new CorpusScorer(classifier, progress).score(plan(input, output, ScoringPlan.Format.CSV, threads));
    }

    private ScoringSummary scoreUnits(Path input, String output) {
        return new CorpusScorer(letters(), progress)
                .score(new ScoringPlan(
                        CorpusPlan.of(List.of(input), CorpusColumns.DEFAULT),
                        ScoringPlan.Unit.SENTENCE,
                        folder.resolve(output),
                        ScoringPlan.Format.CSV,
                        1,
                        ScoringPlan.Start.FRESH,
                        Optional.empty(),
                        false));
    }

    private List<CSVRecord> rows(String output) {
        try (CSVParser parser = CSVParser.parse(
                folder.resolve(output),
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> column(String output, String name) {
        return rows(output).stream().map(row -> row.get(name)).toList();
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertRefused(ScoringPlan plan, String message) {
        assertThatThrownBy(() -> new CorpusScorer(letters(), progress).score(plan))
                .isInstanceOf(UserFacingException.class)
                .hasMessage(message);
    }

    @Test
    void an_article_gets_the_same_rows_alone_and_in_any_company_and_order() throws IOException {
        List<List<String>> articles = new ArrayList<>(sixArticles());
        score(real, table("together.csv", articles), "together-scores.csv", 2);
        Map<String, List<String>> together = byArticle("together-scores.csv");
        Collections.shuffle(articles, new Random(9));
        score(real, table("shuffled.csv", articles), "shuffled-scores.csv", 1);

        assertThat(byArticle("shuffled-scores.csv")).isEqualTo(together);
        for (List<String> article : articles) {
            String id = article.get(0);
            score(real, table(id + ".csv", List.of(article)), id + "-scores.csv", 1);
            assertThat(byArticle(id + "-scores.csv")).containsOnlyKeys(id).containsValue(together.get(id));
        }
    }

    private Map<String, List<String>> byArticle(String output) {
        Map<String, List<String>> rows = new TreeMap<>();
        rows(output)
                .forEach(row -> rows.computeIfAbsent(row.get("doc_id"), id -> new ArrayList<>())
                        .add(String.join("|", row.values())));
        return rows;
    }

    @Test
    void one_thread_and_three_write_the_same_bytes() {
        // Each article is far longer than what the encoder reads of a sentence, so that few fill many batches.
        List<List<String>> articles = new ArrayList<>(sixArticles());
        for (int i = 0; i < 14; i++) {
            articles.add(List.of(
                    "long-" + i, "Number " + i, "words of the war " + "and more ".repeat(1500) + i + ".", "", ""));
        }
        Path input = table("long.csv", articles);
        ScoringSummary one = score(real, input, "one.csv", 1);
        ScoringSummary three = score(real, input, "three.csv", 3);

        assertThat(folder.resolve("three.csv")).hasSameBinaryContentAs(folder.resolve("one.csv"));
        assertThat(three.counts()).isEqualTo(one.counts());
        assertThat(one.articles()).isEqualTo(20);
    }

    @Test
    void a_large_corpus_comes_out_in_the_order_in_which_it_went_in() {
        List<List<String>> articles = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            ids.add("d" + i);
            articles.add(List.of("d" + i, "", "Word ".repeat(50 + 400 * (i % 3)) + "end.", "", ""));
        }
        Path input = table("large.csv", articles);
        score(letters(), input, "one.csv", 1);
        score(letters(), input, "many.csv", 4);

        assertThat(folder.resolve("many.csv")).hasSameBinaryContentAs(folder.resolve("one.csv"));
        assertThat(column("many.csv", "doc_id").stream().distinct().toList()).isEqualTo(ids);
    }

    @Test
    void offsets_lead_to_the_sentence_in_the_articles_text_and_in_the_title_for_a_headline() {
        score(letters(), table("in.csv", sixArticles()), "out.csv", 1);

        List<List<String>> articles = sixArticles();
        for (CSVRecord row : rows("out.csv")) {
            List<String> article = articles.get(row.get("doc_id").charAt(1) - '1');
            String source = article.get(row.get("role").equals("headline") ? 1 : 2);
            String cut = source.substring(Integer.parseInt(row.get("start")), Integer.parseInt(row.get("end")));
            assertThat(row.get("text")).isEqualTo(CsvOutput.harmless(cut));
        }
        assertThat(column("out.csv", "role")).contains("headline", "subhead", "body");
        assertThat(rows("out.csv").stream().filter(row -> row.get("doc_id").equals("a1")))
                .extracting(row -> row.get("sentence_index"))
                .containsExactly("0", "1", "2", "3", "4", "5");
    }

    @Test
    void the_other_columns_are_carried_unchanged() {
        score(letters(), table("in.csv", sixArticles()), "out.csv", 1);

        for (CSVRecord row : rows("out.csv")) {
            List<String> article = sixArticles().get(row.get("doc_id").charAt(1) - '1');
            assertThat(row.get("outlet")).isEqualTo(CsvOutput.harmless(article.get(3)));
            assertThat(row.get("date")).isEqualTo(CsvOutput.harmless(article.get(4)));
        }
        assertThat(rows("out.csv").get(0).get("model"))
                .isEqualTo(letters().card().reference());
    }

    @Test
    void in_json_lines_cells_are_as_they_came() throws IOException {
        new CorpusScorer(letters(), progress)
                .score(plan(table("in.csv", sixArticles()), "out.jsonl", ScoringPlan.Format.JSONL, 1));

        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("out.jsonl"))) {
            rows.add(new ObjectMapper().readTree(line));
        }
        JsonNode last = rows.get(rows.size() - 1);
        assertThat(last.get("doc_id").asText()).isEqualTo("a6");
        assertThat(last.get("outlet").asText()).isEqualTo("-5");
        assertThat(last.get("date").asText()).isEqualTo("+x");
        assertThat(last.get("start").isInt()).isTrue();
        assertThat(last.get("voice_probability").isNumber()).isTrue();
        assertThat(rows)
                .filteredOn(row -> row.get("doc_id").asText().equals("a5"))
                .allSatisfy(row -> {
                    assertThat(row.get("outlet").asText()).isEqualTo("line\nbreak");
                    assertThat(row.get("date").asText()).isEqualTo("=1+1");
                });
    }

    @Test
    void half_a_surrogate_pair_does_not_stop_the_run() {
        Path input = file("in.jsonl", "{\"id\":\"x\",\"text\":\"A cut \\ud83d emoji was sent.\"}\n");
        score(letters(), input, "out.csv", 1);
        new CorpusScorer(letters(), progress).score(plan(input, "out.jsonl", ScoringPlan.Format.JSONL, 1));

        assertThat(column("out.csv", "text")).containsExactly("A cut \uFFFD emoji was sent.");
        assertThat(folder.resolve("out.jsonl")).content().contains("A cut \uFFFD emoji was sent.");
    }

    @Test
    void only_the_output_is_left_when_all_went_well() {
        ScoringSummary summary = score(letters(), table("in.csv", sixArticles()), "out.csv", 2);

        assertThat(names()).containsExactly("in.csv", "out.csv", "out.csv.summary.json");
        assertThat(summary.articles()).isEqualTo(6);
        assertThat(summary.sentences()).isEqualTo(rows("out.csv").size());
        assertThat(summary.rejected()).isZero();
        assertThat(summary.counts())
                .hasEntrySatisfying(
                        "voice",
                        labels -> assertThat(labels.values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum())
                                .isEqualTo(summary.sentences()));
    }

    @Test
    void rows_that_cannot_be_read_go_beside_the_output_and_the_others_are_scored() {
        Path input = file("in.csv", "id,text\n1,One is here.\n2,\n3,\"broken\" here\n4,Four is here.\n");

        ScoringSummary summary = score(letters(), input, "out.csv", 1);

        assertThat(summary.rejected()).isEqualTo(2);
        assertThat(column("out.csv", "doc_id")).containsExactly("1", "4");
        assertThat(folder.resolve("out.csv.rejected.csv")).content().contains("," + 3 + ",no text", "," + 4 + ",");
    }

    @Test
    void an_output_that_exists_is_refused_and_replaced_where_it_may_be() {
        Path input = table("in.csv", sixArticles());
        Path output = file("out.csv", "of an earlier run");
        ScoringPlan plan = plan(input, "out.csv", ScoringPlan.Format.CSV, 1);

        assertRefused(plan, output + " exists already.");
        assertThat(output).hasContent("of an earlier run");

        new CorpusScorer(letters(), progress)
                .score(new ScoringPlan(
                        plan.corpus(),
                        plan.unit(),
                        plan.output(),
                        plan.format(),
                        1,
                        ScoringPlan.Start.OVERWRITE,
                        Optional.empty(),
                        false));
        assertThat(rows("out.csv")).isNotEmpty();
    }

    @Test
    void a_folder_as_output_and_an_output_in_no_folder_are_refused() throws IOException {
        Path input = table("in.csv", sixArticles());
        Path inside = Files.createDirectory(folder.resolve("inside"));

        assertRefused(plan(input, "inside", ScoringPlan.Format.CSV, 1), inside + " is a folder.");
        assertRefused(
                plan(input, "nowhere/out.csv", ScoringPlan.Format.CSV, 1),
                "The folder of " + folder.resolve("nowhere/out.csv") + " does not exist or is not writable.");
        assertRefused(
                plan(input, "in.csv/out.csv", ScoringPlan.Format.CSV, 1),
                "The folder of " + input.resolve("out.csv") + " does not exist or is not writable.");
    }

    @Test
    void an_output_among_the_inputs_is_refused_even_where_it_may_be_replaced() {
        Path input = table("in.csv", sixArticles());
        ScoringPlan own = new ScoringPlan(
                CorpusPlan.of(List.of(input), CorpusColumns.DEFAULT),
                ScoringPlan.Unit.ARTICLE,
                input,
                ScoringPlan.Format.CSV,
                1,
                ScoringPlan.Start.OVERWRITE,
                Optional.empty(),
                false);
        file("scores.csv", "text\nOf an earlier run.\n");
        ScoringPlan earlier = new ScoringPlan(
                CorpusPlan.of(List.of(folder), CorpusColumns.DEFAULT),
                ScoringPlan.Unit.ARTICLE,
                folder.resolve("scores.csv"),
                ScoringPlan.Format.CSV,
                1,
                ScoringPlan.Start.OVERWRITE,
                Optional.empty(),
                false);

        assertRefused(own, input + " is among the files to be read.");
        assertRefused(earlier, folder.resolve("scores.csv") + " is among the files to be read.");
        assertThat(input).content().startsWith("id,title");
    }

    @Test
    void an_output_that_fails_midway_is_not_there_and_says_how_to_go_on() throws IOException {
        Path input = table("in.csv", sixArticles());
        Files.createDirectories(folder.resolve("out.csv.unfinished/in-the-way"));

        assertThatThrownBy(() -> score(letters(), input, "out.csv", 1))
                .isInstanceOf(UserFacingException.class)
                .hasMessageStartingWith("The output could not be written: ")
                .isInstanceOfSatisfying(
                        UserFacingException.class,
                        e -> assertThat(e.remedy()).contains("then go on with the same command and --resume"));
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @Test
    void units_of_one_article_come_in_the_order_of_their_places_and_are_counted_as_sentences() {
        Path input = file("units.csv", "doc_id,seq,role,text,outlet\nd,2,body,b,o2\nd,1,headline,a,o1\ne,1,,c,o3\n");

        ScoringSummary summary = scoreUnits(input, "out.csv");

        assertThat(column("out.csv", "text")).containsExactly("a", "b", "c");
        assertThat(column("out.csv", "role")).containsExactly("headline", "body", "body");
        assertThat(column("out.csv", "outlet")).containsExactly("o1", "o2", "o3");
        assertThat(column("out.csv", "voice")).containsExactly("official", "rebel", "outlet");
        assertThat(column("out.csv", "sentence_index")).containsExactly("0", "1", "0");
        assertThat(summary.articles()).isEqualTo(2);
        assertThat(progress.counted()).containsExactly(Map.entry("Scoring 3 sentences", 3L));
    }

    @Test
    void the_plan_is_told_with_what_was_found() {
        file("old.txt", "x");
        Path input = file("in.csv", "text,role,model\nOne is here.,r,m\nTwo is here.,r,m\n");
        score(letters(), input, "out.csv", 2);

        assertThat(progress.lines())
                .contains(
                        "Scoring 2 articles in 1 file(s) with "
                                + letters().card().reference() + " on 2 thread(s), to " + folder.resolve("out.csv")
                                + " as csv.",
                        "2 rows have no id and are named by file and row number.",
                        "The input's column role is carried as input_role, for the output has one of its own.",
                        "The input's column model is carried as input_model, for the output has one of its own.");
        assertThat(progress.counted()).containsExactly(Map.entry("Scoring 2 articles", 2L));
        assertThat(column("out.csv", "doc_id")).containsExactly("in.csv:1", "in.csv:2");
        assertThat(column("out.csv", "input_role")).containsExactly("r", "r");
    }

    @Test
    void another_language_is_warned_about_once_and_scored() {
        String french = "Le ministère a annoncé que les combats dans la région ont fait de nombreux blessés parmi les"
                + " habitants du village. Les rebelles nient toute responsabilité.";
        Path input = table(
                "in.csv",
                List.of(
                        List.of("f1", "", french, "", ""),
                        List.of("f2", "", french, "", ""),
                        sixArticles().get(0)));
        score(letters(), input, "out.csv", 1);

        assertThat(progress.lines().stream().filter(line -> line.startsWith("Warning: ")))
                .containsExactly("Warning: f1 does not look like English, the only language that the model has learned."
                        + " Such texts are scored, but do not trust their labels.");
        assertThat(column("out.csv", "doc_id")).contains("f1", "f2", "a1");
    }

    @Test
    void sentences_longer_than_the_encoder_reads_are_counted_once_and_scored() {
        String endless = "the town ".repeat(300);
        Path input = table(
                "in.csv",
                List.of(List.of("e1", "", endless, "", ""), sixArticles().get(0)));

        score(real, input, "out.csv", 2);

        assertThat(progress.lines())
                .contains(
                        "1 sentences were longer than the encoder reads; what lies beyond 256 word pieces was not seen.");
        assertThat(column("out.csv", "doc_id")).contains("e1", "a1");
    }

    @Test
    void a_table_without_rows_gives_an_output_without_rows() {
        ScoringSummary summary = score(letters(), file("in.csv", "id,text\n"), "out.csv", 1);

        assertThat(summary.sentences()).isZero();
        assertThat(rows("out.csv")).isEmpty();
        assertThat(folder.resolve("out.csv")).content().startsWith("doc_id,");
    }

    @Test
    void a_plan_without_input_or_thread_is_refused() {
        assertThatThrownBy(() -> plan(folder, "out.csv", ScoringPlan.Format.CSV, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
    }
}
