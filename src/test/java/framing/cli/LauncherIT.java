package framing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import framing.training.InventedArticles;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as it was packaged, started by its launcher. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "starts the launcher for Unix shells; Windows has one of its own")
class LauncherIT {
    private static final Path LAUNCHER =
            Path.of("target", "framing", "bin", "framing").toAbsolutePath();
    private static final Path BUNDLED = Path.of("models", "conflict-news-en");
    private static final Path SAMPLES = Path.of("training-data", "sample-articles");

    /** In blocks of 512 bytes: room for the native libraries that are unpacked, none for an output of 200 MB. */
    private static final int MOST_BLOCKS = 150 * 2048;

    @TempDir
    static Path shared;

    private static Path model;

    @TempDir
    Path folder;

    /** The bundled model where the repository has one, else one trained by the launcher itself. */
    @BeforeAll
    static void findModel() throws Exception {
        model = BUNDLED;
        if (!Files.exists(BUNDLED)) {
            model = shared.resolve("model");
            Path labels = InventedArticles.write(shared.resolve("labels.csv"));
            Ran trained =
                    start(shared, LAUNCHER, "train", labels, "--facet", "voice", "--facet", "loaded", "--out", model);
            assertThat(trained.err()).doesNotContain("\tat ");
            assertThat(trained.code()).isZero();
        }
    }

    private static Ran start(Path folder, Object... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        List<String> words = new ArrayList<>();
        Collections.addAll(words, List.of(command).stream().map(String::valueOf).toArray(String[]::new));
        Process process = new ProcessBuilder(words)
                .redirectOutput(Redirect.to(out.toFile()))
                .redirectError(Redirect.to(err.toFile()))
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Ran(process.waitFor(), Files.readString(out), Files.readString(err));
    }

    @Test
    void the_launcher_shows_help() throws Exception {
        Ran ran = start(folder, LAUNCHER, "--help");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("Usage: framing").contains("score", "train", "evaluate", "inspect");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void the_launcher_tells_the_version_that_was_packaged() throws Exception {
        assertThat(start(folder, LAUNCHER, "--version").out())
                .isEqualToIgnoringNewLines("framing " + System.getProperty("project.version"));
    }

    @Test
    void the_launcher_may_be_a_link_in_another_folder() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("framing"), LAUNCHER);

        assertThat(start(folder, link, "--version").code()).isZero();
    }

    @Test
    void a_bad_request_ends_with_code_two() throws Exception {
        Ran ran = start(folder, LAUNCHER, "score", "missing.csv", "--model", folder, "--out", "x.csv");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("framing: No model in " + folder);
    }

    @Test
    void the_sample_articles_are_scored() throws Exception {
        Path output = folder.resolve("scores.csv");
        Ran ran = start(folder, LAUNCHER, "score", SAMPLES, "--model", model, "--out", output);

        assertThat(ran.err()).doesNotContain("\tat ", "rows could not be read");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(Files.readString(output).lines().findFirst().orElseThrow())
                .startsWith("doc_id,sentence_index,role,start,end,text,voice,voice_probability,loaded,");
        assertThat(Files.readAllLines(output)).hasSizeGreaterThan(50);
    }

    @Test
    void a_full_disk_is_told_and_when_there_is_room_the_run_goes_on() throws Exception {
        String note = "x".repeat(5_000_000);
        Path input = Files.writeString(
                folder.resolve("in.csv"),
                "id,text,note\n0," + "Trams run again. ".repeat(3000) + ",\n1," + "Cars cross the river. ".repeat(40)
                        + "," + note + "\n");
        Path output = folder.resolve("scores.csv");

        Ran ran = start(
                folder,
                "sh",
                "-c",
                "ulimit -f " + MOST_BLOCKS + "; exec \"$@\"",
                "sh",
                LAUNCHER,
                "score",
                input,
                "--model",
                model,
                "--out",
                output);

        assertThat(ran.err())
                .contains(
                        "framing: The output could not be written: ",
                        "that the disk has room; then go on with the same command and --resume.")
                .doesNotContain("\tat ");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(output).doesNotExist();

        Path whole = folder.resolve("whole.csv");
        assertThat(start(folder, LAUNCHER, "score", input, "--model", model, "--out", whole)
                        .code())
                .isZero();
        assertThat(start(folder, LAUNCHER, "score", input, "--model", model, "--out", output, "--resume")
                        .code())
                .isZero();
        assertThat(output).hasSameBinaryContentAs(whole);
    }

    @Test
    void a_run_ended_by_an_interrupt_says_how_to_go_on_and_goes_on() throws Exception {
        StringBuilder articles = new StringBuilder("id,text\n");
        for (int i = 0; i < 1000; i++) {
            articles.append(i).append(",\"").append("Road ").append(i).append(" was closed on Monday, it said. ");
            articles.append("Nobody was hurt when bridge ".repeat(3)).append(i).append(" fell.\"\n");
        }
        Path input = Files.writeString(folder.resolve("in.csv"), articles);
        Path output = folder.resolve("scores.csv");
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(
                        LAUNCHER.toString(),
                        "score",
                        input.toString(),
                        "--model",
                        model.toString(),
                        "--out",
                        output.toString())
                .redirectError(Redirect.to(said.toFile()))
                .start();
        Path unfinished = folder.resolve("scores.csv.unfinished");
        while (process.isAlive() && (!Files.exists(unfinished) || Files.size(unfinished) < 10_000)) {
            Thread.sleep(50);
        }

        assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();

        assertThat(process.waitFor()).isEqualTo(130);
        assertThat(Files.readString(said))
                .contains("Stopped after ", " articles. Go on with the same command and --resume.")
                .doesNotContain("\tat ");
        assertThat(output).doesNotExist();
        assertThat(folder.resolve("scores.csv.checkpoint")).exists();
        Ran resumed = start(folder, LAUNCHER, "score", input, "--model", model, "--out", output, "--resume");
        assertThat(resumed.code()).isZero();
        assertThat(resumed.err()).contains("Going on after ");
        assertThat(Files.readAllLines(output)).hasSize(2001);
    }

    @Test
    void without_spark_its_engine_says_what_is_missing() throws Exception {
        Ran ran = start(
                folder,
                LAUNCHER,
                "score",
                SAMPLES,
                "--model",
                model,
                "--out",
                folder.resolve("out"),
                "--engine",
                "spark");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith("framing: Apache Spark is not on the class path; framing does not carry it.")
                .contains("Start framing by spark-submit, or set SPARK_HOME to Spark's folder.");
    }
}
