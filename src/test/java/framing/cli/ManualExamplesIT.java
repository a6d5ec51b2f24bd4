package framing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the README and of the manual, run with the program as it was packaged. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the examples are written for Unix shells")
class ManualExamplesIT {
    @TempDir
    Path folder;

    static Stream<ManualPage> pages() {
        return Stream.concat(Stream.of(ManualPage.readme()), ManualPage.all().stream())
                .filter(page -> !page.examples().isEmpty());
    }

    /** The project's folder as a reader finds it after the build, but free to be written to. */
    @BeforeEach
    void linkWhatExamplesRead() throws IOException {
        for (String read : new String[] {"training-data", "models/conflict-news-en", "target/framing"}) {
            Path link = folder.resolve(read);
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, Path.of(read).toAbsolutePath());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void the_examples_of_a_page_run_and_write_what_it_names(ManualPage page) throws Exception {
        for (String example : page.examples()) {
            Ran ran = run(example);
            assertThat(ran.code()).as("%s%n%s", example, ran.err()).isZero();
            assertThat(ran.err()).as(example).doesNotContain("\tat ", "cannot be used", "could not be read");
        }

        assertThat(page.outputs())
                .as("what %s names", page)
                .allSatisfy(name -> assertThat(folder.resolve(name)).exists());
    }

    private Ran run(String example) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder shell = new ProcessBuilder("sh", "-e", "-c", example)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        shell.environment()
                .merge(
                        "PATH",
                        folder.resolve("target/framing/bin").toString(),
                        (path, bin) -> bin + File.pathSeparator + path);
        Process process = shell.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new Ran(process.waitFor(), Files.readString(out), Files.readString(err));
    }
}
