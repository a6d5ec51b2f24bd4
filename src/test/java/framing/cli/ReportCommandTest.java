package framing.cli;

import static framing.cli.Ran.framing;
import static org.assertj.core.api.Assertions.assertThat;

import framing.classifier.TinyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    private static final Path SAMPLE = Path.of("training-data", "sample-articles", "articles.csv");

    @TempDir
    static Path shared;

    private static Path model;

    @TempDir
    Path folder;

    private Path scored;
    private Path page;

    @BeforeAll
    static void writeModel() {
        model = TinyModels.writeReal(shared.resolve("model"));
    }

    @BeforeEach
    void score() {
        scored = folder.resolve("scores.csv");
        page = folder.resolve("report.html");
    }

    @Test
    void a_scored_file_becomes_a_page() throws IOException {
        framing("score", SAMPLE, "--model", model, "--out", scored, "--quiet");

        Ran ran = framing("report", scored, "--out", page, "--model", model);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("Wrote " + page);
        assertThat(Files.readString(page))
                .contains("The Daily Comet")
                .contains("Who says it?")
                .contains("An armed group.");
    }

    @Test
    void a_scoring_run_makes_its_page_at_once() throws IOException {
        Ran ran = framing("score", SAMPLE, "--model", model, "--out", scored, "--report", page);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(Files.readString(page)).contains("All 5 articles are here").contains("Who says it?");
    }

    @Test
    void a_page_of_an_output_that_cannot_be_read_again_is_refused_before_the_work() {
        Ran ran = framing("score", SAMPLE, "--model", model, "--out", folder.resolve("scores.dat"), "--report", page);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("a report is made of a table");
        assertThat(folder.resolve("scores.dat")).doesNotExist();
    }

    @Test
    void a_page_that_exists_is_not_replaced_unasked() throws IOException {
        framing("score", SAMPLE, "--model", model, "--out", scored, "--quiet");
        Files.writeString(page, "mine");

        assertThat(framing("report", scored, "--out", page).code()).isEqualTo(2);
        assertThat(Files.readString(page)).isEqualTo("mine");
        assertThat(framing("report", scored, "--out", page, "--overwrite").code())
                .isZero();
    }

    @Test
    void a_model_that_did_not_label_the_file_is_told_apart() throws IOException {
        Files.writeString(scored, """
                doc_id,text,voice,voice_probability,model
                a,A text.,rebel,0.7,other@12345678
                """);

        framing("report", scored, "--out", page, "--model", model, "--quiet");

        assertThat(Files.readString(page)).contains("is not the one that labelled the file");
    }

    @Test
    void a_file_of_stances_that_is_not_there_is_refused_in_words() throws IOException {
        Files.writeString(scored, "doc_id,voice,voice_probability\na,rebel,0.7\n");

        Ran ran = framing("report", scored, "--out", page, "--stance", folder.resolve("none.csv"));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("There is no file").contains("none.csv");
    }

    @Test
    void no_articles_are_refused_in_words() {
        Ran ran = framing("report", scored, "--out", page, "--articles", 0);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("at least one article").contains("framing report --help");
    }
}
