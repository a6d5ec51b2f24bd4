package framing.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes killed at moments by chance (SIGKILL on Unix), and what the run that goes on makes of what they left. */
class KilledRunIT {
    private static final int ARTICLES = 500;
    private static final int KILLS = 5;

    @TempDir
    Path folder;

    private Process start(Path input, Path output) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillableRun.class.getName(),
                        input.toString(),
                        output.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("said.txt").toFile()))
                .start();
    }

    /** The milliseconds that it took. */
    private long runToTheEnd(Path input, Path output) throws Exception {
        long started = System.nanoTime();
        assertThat(start(input, output).waitFor()).as(said()).isZero();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    }

    private String said() throws IOException {
        Path said = folder.resolve("said.txt");
        return Files.exists(said) ? Files.readString(said) : "";
    }

    private static void waitForCheckpoint(Process process, Path output) throws InterruptedException {
        while (process.isAlive() && !Files.exists(new RunFiles(output).checkpoint())) {
            Thread.sleep(5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "csv.gz", "jsonl", "jsonl.gz", "parquet"})
    void a_run_killed_five_times_writes_the_bytes_of_one_that_was_not(String ending) throws Exception {
        Path input = ResumeTest.writeCorpus(folder.resolve("in.csv"), ARTICLES);
        Path whole = folder.resolve("whole." + ending);
        Path killed = folder.resolve("killed." + ending);
        long wholeTime = runToTheEnd(input, whole);
        Random random = new Random(ending.hashCode());
        int kills = 0;
        int resumed = 0;
        while (kills < KILLS) {
            Process process = start(input, killed);
            if (kills % 2 == 1) { // every second kill strikes behind a checkpoint, however slow the start
                waitForCheckpoint(process, killed);
            }
            long moment = random.nextLong(kills % 2 == 1 ? wholeTime / 4 : wholeTime);
            if (process.waitFor(moment, TimeUnit.MILLISECONDS)) {
                assertThat(process.exitValue()).as(said()).isZero();
                assertThat(killed).hasSameBinaryContentAs(whole);
                Files.delete(killed); // it was faster than the kill: once more
            } else {
                process.destroyForcibly().waitFor();
                kills++;
                resumed += Files.exists(new RunFiles(killed).checkpoint()) ? 1 : 0;
            }
        }
        runToTheEnd(input, killed);

        assertThat(killed).hasSameBinaryContentAs(whole);
        assertThat(RejectedRows.fileBeside(killed)).hasSameBinaryContentAs(RejectedRows.fileBeside(whole));
        assertThat(new RunFiles(killed).summary()).exists();
        assertThat(new RunFiles(killed).checkpoint()).doesNotExist();
        assertThat(resumed).as("kills behind a checkpoint").isPositive();
        assertThat(said()).isEmpty();
    }
}
