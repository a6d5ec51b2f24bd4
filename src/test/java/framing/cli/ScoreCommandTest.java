package framing.cli;

import static framing.cli.Ran.framing;
import static org.assertj.core.api.Assertions.assertThat;

import framing.classifier.TinyModels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {
    private static final String FRENCH = "Le ministère a annoncé que les combats dans la région ont fait de nombreux"
            + " blessés parmi les habitants du village. Les rebelles nient toute responsabilité.";

    @TempDir
    static Path shared;

    private static Path model;

    @TempDir
    Path folder;

    @BeforeAll
    static void writeModel() {
        model = TinyModels.writeReal(shared.resolve("model"));
    }

    private Path file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(String name, byte[] content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path output() {
        return folder.resolve("scores.csv");
    }

    private Ran score(Path input, Object... more) {
        return score(model, input, more);
    }

    private Ran score(Path with, Path input, Object... more) {
        List<Object> arguments =
                new ArrayList<>(List.of("score", input, "--model", with, "--out", output(), "--threads", 1));
        arguments.addAll(Arrays.asList(more));
        return framing(arguments.toArray());
    }

    private List<CSVRecord> rows() {
        try (CSVParser parser = CSVParser.parse(
                output(),
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

    private List<String> texts() {
        return rows().stream().map(row -> row.get("text")).toList();
    }

    private void assertRefused(Ran ran, String message, String remedy) {
        assertThat(ran.err()).isEqualToNormalizingNewlines("framing: " + message + "\n  " + remedy + "\n");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(output()).doesNotExist();
        assertThat(folder.resolve("scores.csv.unfinished")).doesNotExist();
    }

    private static void assertDone(Ran ran) {
        assertThat(ran.err()).doesNotContain("\tat ");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void articles_are_scored_and_the_story_is_told() {
        Path input = file(
                "in.csv", "id,title,text,outlet\nx1,Ford reopened,\"Cars cross again. Nobody was hurt.\",Gazette\n");

        Ran ran = score(input);

        assertDone(ran);
        assertThat(texts()).containsExactly("Ford reopened", "Cars cross again.", "Nobody was hurt.");
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.get("doc_id")).isEqualTo("x1");
            assertThat(row.get("outlet")).isEqualTo("Gazette");
            assertThat(row.get("model")).startsWith("tiny@");
            assertThat(row.get("voice_probability")).matches("[01]\\.[0-9]{4}");
        });
        assertThat(ran.err())
                .contains(
                        "Scoring 1 articles in 1 file(s) with tiny@",
                        "3 sentences in 1 articles, 0 rows rejected",
                        "voice (model's labels, not corrected)",
                        " %");
    }

    @Test
    void quiet_says_nothing_at_all() {
        Ran ran = score(file("in.csv", "id,text\n1,Cars cross again.\n2,\n"), "--quiet");

        assertThat(ran).isEqualTo(new Ran(0, "", ""));
        assertThat(texts()).containsExactly("Cars cross again.");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        Path missing = folder.resolve("missing.csv");

        assertRefused(score(missing), missing + " does not exist.", "Check the path for a typing mistake.");
    }

    @Test
    void an_empty_file_is_named() {
        Path empty = file("empty.csv", "");

        assertRefused(
                score(empty),
                empty + " is empty.",
                "Check that the file was saved or downloaded completely, or leave it out.");
    }

    @Test
    void a_table_without_the_text_column_is_told_with_the_columns_found() {
        Path input = file("in.csv", "id,body\n1,Cars cross.\n");

        assertRefused(
                score(input),
                "No column \"text\" in " + input + " (found: id, body).",
                "Name the column, for example --text-column body.");
        assertDone(score(input, "--text-column", "body"));
    }

    @Test
    void broken_quotes_a_nul_and_an_empty_text_cost_their_own_rows_alone() {
        Path input = file(
                "in.csv",
                "id,text\n1,One is here.\n2,\"Two is \"broken.\n3,Three is here.\n4,Four\u0000is damaged.\n5,\n6,Six is"
                        + " here.\n7,\"Seven is never closed.\n");

        Ran ran = score(input);

        assertDone(ran);
        assertThat(texts()).containsExactly("One is here.", "Three is here.", "Six is here.");
        assertThat(ran.err()).contains("4 rows could not be read; see " + output() + ".rejected.csv.");
        assertThat(folder.resolve("scores.csv.rejected.csv"))
                .content()
                .startsWith("source,line,reason\n")
                .contains(
                        input + ",3,text after a closing quotation mark; a mark inside a cell must be doubled\n",
                        input + ",5,the row contains a NUL character",
                        input + ",6,no text\n",
                        input + ",8,a quotation mark is opened and not closed\n");
    }

    @Test
    void a_cell_of_five_megabytes_is_scored() {
        String cell = "word ".repeat(1 << 20) + "end.";
        Ran ran = score(file("in.csv", "id,text\n1," + cell + "\n2,Two is here.\n"));

        assertDone(ran);
        assertThat(String.join(" ", texts())).isEqualTo(cell + " Two is here.");
    }

    @Test
    void mixed_line_ends_marks_emoji_and_text_from_right_to_left_are_scored() {
        file("in/a.csv", "id,text\r\n1,One is here.\n2,Two is here.\r3,Three is here.\r\n");
        file("in/b.csv", "\uFEFFid,text\nbom,The mark is gone.\n");
        file("in/c.csv", "id,text\nemoji,The crowd cheered 💥 and left.\nrtl,قال المتحدث إن الطريق مفتوح.\n");

        Ran ran = score(folder.resolve("in"));

        assertDone(ran);
        assertThat(texts())
                .containsExactly(
                        "One is here.",
                        "Two is here.",
                        "Three is here.",
                        "The mark is gone.",
                        "The crowd cheered 💥 and left.",
                        "قال المتحدث إن الطريق مفتوح.");
        assertThat(ran.err()).doesNotContain("is read as");
    }

    @Test
    void utf_16_and_windows_1252_are_found_out_and_told() {
        Path wide = file("in/wide.csv", "\uFEFFid,text\nw,Žižkov was “quiet”.\n".getBytes(StandardCharsets.UTF_16LE));
        Path old = file(
                "in/old.txt",
                "Café reopened\n\nThe café’s owner said “welcome”.".getBytes(Charset.forName("windows-1252")));

        Ran ran = score(folder.resolve("in"));

        assertDone(ran);
        assertThat(texts()).containsExactly("Café reopened", "The café’s owner said “welcome”.", "Žižkov was “quiet”.");
        assertThat(ran.err()).contains(wide + " is read as UTF-16LE.", old + " is read as windows-1252.");
    }

    @Test
    void a_folder_without_articles_says_what_is_read() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertRefused(
                score(empty),
                "No article files in " + empty + ".",
                "Files are read by the ending of their name: .csv, .tsv, .jsonl, .ndjson, .json, .parquet, .xlsx, .txt, .html,"
                        + " .htm, each also with .gz behind it or in a .zip.");
    }

    @Test
    void an_output_that_exists_is_kept_unless_it_may_be_replaced() {
        Path input = file("in.csv", "id,text\n1,Cars cross.\n");
        file("scores.csv", "of an earlier run");

        Ran refused = score(input);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualToNormalizingNewlines("framing: " + output() + " exists already.\n  Choose another --out, or"
                        + " replace it with --overwrite.\n");
        assertThat(output()).hasContent("of an earlier run");

        assertDone(score(input, "--overwrite"));
        assertThat(texts()).containsExactly("Cars cross.");
    }

    @Test
    void an_output_in_a_folder_that_does_not_exist_is_refused() {
        Path nowhere = folder.resolve("nowhere/scores.csv");
        Ran ran = framing("score", file("in.csv", "id,text\n1,A.\n"), "--model", model, "--out", nowhere);

        assertRefused(
                ran,
                "The folder of " + nowhere + " does not exist or is not writable.",
                "Make the folder, or choose another --out.");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "/proc is a folder that not even root can write in")
    void an_output_in_a_folder_that_cannot_be_written_is_refused() {
        Ran ran = framing("score", file("in.csv", "id,text\n1,A.\n"), "--model", model, "--out", "/proc/scores.csv");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("/proc/scores.csv", "writable").doesNotContain("\tat ");
    }

    @Test
    void a_damaged_model_a_folder_of_something_else_and_no_folder_are_refused() throws IOException {
        Path input = file("in.csv", "id,text\n1,A.\n");
        Path damaged = Files.createDirectory(folder.resolve("damaged"));
        try (Stream<Path> files = Files.list(model)) {
            for (Path file : files.toList()) {
                Files.copy(file, damaged.resolve(file.getFileName()));
            }
        }
        Files.writeString(damaged.resolve("codebook.yaml"), "id: other\n");
        Path missing = folder.resolve("missing");

        assertRefused(
                score(damaged, input),
                "The model in " + damaged + " is damaged or was altered: codebook.yaml does not match its hash in"
                        + " SHA256SUMS.",
                "Copy the whole folder again from where it came, or train it again.");
        assertRefused(
                score(folder, input),
                "No model in " + folder + " (it has no model.yaml).",
                "Give the folder that framing train wrote, for example models/conflict-news-en.");
        assertRefused(
                score(missing, input),
                "No model in " + missing + " (no such folder).",
                "Give the folder that framing train wrote, for example models/conflict-news-en.");
    }

    @Test
    void a_number_of_threads_or_a_name_that_cannot_be_is_refused() {
        Path input = file("in.csv", "id,text\n1,A.\n");

        Ran threads = framing("score", input, "--model", model, "--out", output(), "--threads", 0);
        assertThat(threads.code()).isEqualTo(2);
        assertThat(threads.err()).contains("thread").doesNotContain("\tat ");
        Ran name = score(input, "--text-column", "");
        assertThat(name.code()).isEqualTo(2);
        assertThat(name.err()).contains("Columns need names").doesNotContain("\tat ");
    }

    @Test
    void text_in_french_is_scored_and_warned_about_once() {
        Path input = file("in.csv", "id,text\nf1,\"" + FRENCH + "\"\nf2,\"" + FRENCH + "\"\n");

        Ran ran = score(input);

        assertDone(ran);
        assertThat(rows()).hasSize(4);
        assertThat(ran.err().lines().filter(line -> line.startsWith("Warning: ")))
                .hasSize(1);
        assertThat(ran.err()).contains("Warning: f1 does not look like English");
    }

    @Test
    void a_dash_reads_json_lines_from_standard_input() {
        byte[] input = "{\"id\":\"s1\",\"text\":\"Cars cross. 💥\",\"n\":7}\n{\"text\":\"Two is here.\"}\nbroken\n"
                .getBytes(StandardCharsets.UTF_8);

        Ran ran = Ran.framingWithInput(input, "score", "-", "--model", model, "--out", output());

        assertDone(ran);
        assertThat(rows()).extracting(row -> row.get("doc_id")).contains("s1", "standard-input.jsonl:2");
        assertThat(rows().get(0).get("n")).isEqualTo("7");
        assertThat(folder.resolve("scores.csv.rejected.csv")).exists();
    }

    @Test
    void nothing_on_standard_input_is_told_and_nothing_is_left_of_it() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        List<String> before = spools(temporary);

        Ran ran = framing("score", "-", "--model", model, "--out", output());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("standard-input.jsonl is empty.").doesNotContain("\tat ");
        assertThat(spools(temporary)).isEqualTo(before);
    }

    private static List<String> spools(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("framing-\\d+"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void files_of_every_kind_are_scored_in_one_run() throws IOException {
        file("in/a.csv", "id,text\n1,Cars cross.\n");
        file("in/b.json", "[{\"id\": 2, \"text\": \"Rain fell.\"}]");
        file(
                "in/c.html",
                "<html><body><article><h1>Ford reopened</h1><p>" + "Cars cross the river again. ".repeat(4)
                        + "</p></article></body></html>");
        try (var out = new ZipOutputStream(Files.newOutputStream(folder.resolve("in/d.zip")))) {
            out.putNextEntry(new ZipEntry("d.txt"));
            out.write("Snow\n\nSnow fell.".getBytes(StandardCharsets.UTF_8));
        }

        Ran ran = score(folder.resolve("in"));

        assertDone(ran);
        assertThat(texts())
                .containsExactly(
                        "Cars cross.",
                        "Rain fell.",
                        "Ford reopened",
                        "Cars cross the river again.",
                        "Cars cross the river again.",
                        "Cars cross the river again.",
                        "Cars cross the river again.",
                        "Snow",
                        "Snow fell.");
    }

    @Test
    void a_page_without_an_article_and_a_broken_archive_are_rejected_beside_the_output() {
        file("in/a.html", "<html><body><form>Log in</form></body></html>");
        file("in/b.zip", "no archive");
        file("in/c.txt", "Snow\n\nSnow fell.");

        Ran ran = score(folder.resolve("in"));

        assertDone(ran);
        assertThat(texts()).containsExactly("Snow", "Snow fell.");
        assertThat(ran.err()).contains("2 rows could not be read; see " + output() + ".rejected.csv.");
        assertThat(folder.resolve("scores.csv.rejected.csv"))
                .content()
                .contains(
                        folder.resolve("in/a.html") + ",1,no article was found in the page\n",
                        folder.resolve("in/b.zip") + ",1,it is no whole ZIP archive (");
    }

    @Test
    void a_page_nested_without_end_costs_itself_alone() {
        file("in/a.html", "<div>".repeat(20_000) + "The road is open again.");
        file("in/b.txt", "Snow\n\nSnow fell.");

        Ran ran = score(folder.resolve("in"));

        assertDone(ran);
        assertThat(texts()).containsExactly("Snow", "Snow fell.");
        assertThat(ran.err()).contains("1 rows could not be read; see " + output() + ".rejected.csv.");
        assertThat(folder.resolve("scores.csv.rejected.csv"))
                .content()
                .isEqualTo("source,line,reason\n" + folder.resolve("in/a.html") + ",1,\"the page has more elements"
                        + " within and beside one another than any article, so it was not read\"\n");
    }

    @Test
    void links_that_lead_in_a_circle_are_followed_once() throws IOException {
        file("in/a.txt", "Snow\n\nSnow fell.");
        Path in = folder.resolve("in");
        Files.createSymbolicLink(in.resolve("round"), in);

        Ran ran = score(in);

        assertDone(ran);
        assertThat(texts()).containsExactly("Snow", "Snow fell.");
        assertThat(ran.err()).contains("in 1 file(s)", "0 rows rejected");
    }

    @Test
    void a_pattern_a_delimiter_and_a_selection_choose_what_is_scored() {
        file("in/x/a.csv", "id|text|language\n1|Cars cross, slowly.|en\n2|Il pleut.|fr\n3|Rain fell.|en\n");
        file("in/x/b.txt", "Not matched.");

        Ran ran = score(folder.resolve("in"), "--overwrite");
        assertThat(ran.code()).isEqualTo(2); // the pipes are not found out
        Path pattern = Path.of(folder + "/in/**/*.csv");
        assertDone(score(pattern, "--delimiter", "|", "--where", "language=en"));
        assertThat(texts()).containsExactly("Cars cross, slowly.", "Rain fell.");
        assertDone(score(pattern, "--delimiter", "|", "--limit", "1", "--overwrite"));
        assertThat(texts()).containsExactly("Cars cross, slowly.");
        assertDone(score(pattern, "--delimiter", "|", "--sample", "2", "--seed", "3", "--overwrite"));
        List<String> drawn = texts();
        assertThat(drawn).hasSize(2);
        assertDone(score(pattern, "--delimiter", "|", "--sample", "2", "--seed", "3", "--overwrite"));
        assertThat(texts()).isEqualTo(drawn);
    }

    @Test
    void a_selection_that_cannot_be_meant_is_refused() {
        Path input = file("in.csv", "id,text\n1,A.\n");
        String help = "See framing score --help.";

        assertRefused(
                score(input, "--where", "language"),
                "A condition is written COLUMN=VALUE, but was \"language\".",
                help);
        assertRefused(score(input, "--delimiter", "ab"), "A delimiter is one character, but was \"ab\".", help);
        assertRefused(
                score(input, "--limit", "1", "--sample", "1"),
                "A corpus is either limited or sampled, but both were asked for.",
                help);
        assertRefused(score(input, "--limit", "0"), "The limit must be 1 or more, but was 0.", help);
    }

    @Test
    void rows_that_are_sentences_already_and_json_as_output() {
        Path input = file("in.csv", "doc_id,seq,text\nd,2,Second here.\nd,1,\"First. Still the first.\"\n");

        Ran ran = score(input, "--unit", "sentence", "--format", "jsonl");

        assertDone(ran);
        assertThat(output())
                .content()
                .matches("(?s)\\{\"doc_id\":\"d\",.*\"text\":\"First. Still the first.\".*\\R"
                        + "\\{.*\"text\":\"Second here.\".*\\}\\R");
    }

    @Test
    void the_ending_of_the_output_tells_its_format() throws IOException {
        Path input = file("in.csv", "id,text\n1,Cars cross.\n");
        Path lines = folder.resolve("scores.jsonl");
        Path zipped = folder.resolve("scores.csv.gz");
        Path parquet = folder.resolve("scores.parquet");
        for (Path out : List.of(lines, zipped, parquet)) {
            assertDone(framing("score", input, "--model", model, "--out", out, "--threads", 1));
        }

        assertThat(lines).content().startsWith("{\"doc_id\":\"1\"");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(zipped))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("doc_id,sentence_index");
        }
        assertThat(new String(Files.readAllBytes(parquet), 0, 4, StandardCharsets.US_ASCII))
                .isEqualTo("PAR1");
        Ran refused = framing("score", input, "--model", model, "--out", folder.resolve("scores.parquet.gz"));
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains("Parquet is compressed in itself and needs no .gz")
                .doesNotContain("\tat ");
    }

    @Test
    void copies_of_a_report_have_one_story() {
        String report = "The port of Arvel was closed on Monday, the ministry said. Nobody was hurt in the fire.";
        Path input = file(
                "in.csv",
                "id,title,text\na,One,\"" + report + "\"\nb,Two,Something else.\nc,Three,\"" + report + "\"\n");

        assertDone(score(input, "--stories"));

        assertThat(rows())
                .extracting(row -> row.get("doc_id") + " " + row.get("story_id"))
                .containsOnly("a a", "b b", "c a");
    }

    @Test
    void what_is_finished_is_not_done_again_and_what_cannot_be_gone_on_with_is_refused() {
        Path input = file("in.csv", "id,text\n1,Cars cross.\n");
        assertDone(score(input, "--resume"));

        Ran again = score(input, "--resume");
        assertDone(again);
        assertThat(again.err()).contains(output() + " is finished already; nothing is left to do.");
        Ran other = score(input, "--resume", "--precision", "fp32");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("is of another run. It was scored with the model tiny@", "in int8", "in fp32");
        Ran both = score(input, "--resume", "--overwrite");
        assertThat(both.code()).isEqualTo(2);
        assertThat(both.err()).contains("A run cannot both go on and start anew.");
        Ran input2 = Ran.framingWithInput(
                new byte[0], "score", "-", "--model", model, "--out", folder.resolve("x.csv"), "--resume");
        assertThat(input2.code()).isEqualTo(2);
        assertThat(input2.err()).contains("A run over standard input cannot be gone on with.");
    }

    @Test
    void what_spark_cannot_do_is_refused_before_it_starts() {
        Ran ran = score(file("in.csv", "id,text\n1,Cars cross.\n"), "--engine", "spark", "--stories");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains("In Spark --unit, --targets, --stories", "or score with --engine local.")
                .doesNotContain("\tat ");
    }
}
