package framing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import framing.UserFacingException;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailureHandlerTest {
    private final StringWriter err = new StringWriter();

    @Command(name = "fail")
    private static final class Failing implements Callable<Integer> {
        private final Exception failure;

        Failing(Exception failure) {
            this.failure = failure;
        }

        @Override
        public Integer call() throws Exception {
            throw failure;
        }
    }

    private int run(Exception failure) {
        return new CommandLine(new Failing(failure))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler(new FailureHandler())
                .execute();
    }

    @Test
    void a_fault_of_the_request_is_told_with_its_remedy_and_without_a_stack_trace() {
        assertThat(run(new UserFacingException("No such file.", "Check the path.")))
                .isEqualTo(2);
        assertThat(err.toString().lines()).containsExactly("framing: No such file.", "  Check the path.");
    }

    @Test
    void what_the_disk_refuses_is_told_in_words() {
        assertThat(run(new UncheckedIOException(new NoSuchFileException("labels.csv"))))
                .isEqualTo(2);
        assertThat(run(new AccessDeniedException("locked/scores.csv"))).isEqualTo(2);
        assertThat(run(new IOException("No space left on device"))).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "framing: There is no labels.csv.",
                        "framing: locked/scores.csv may not be read or written.",
                        "framing: Reading or writing failed: No space left on device.")
                .doesNotContain("\tat ");
    }

    @Test
    void a_damaged_file_of_ours_is_no_disk_that_refuses() {
        assertThat(run(new UncheckedIOException("The encoder's file is damaged", new EOFException("cut off"))))
                .isEqualTo(1);
        assertThat(err.toString()).contains("The encoder's file is damaged");
    }

    @Test
    void a_fault_of_ours_is_told_with_its_stack_trace_to_be_reported() {
        assertThat(run(new IllegalStateException("a bug"))).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("framing: this should not have happened: java.lang.IllegalStateException: a bug")
                .contains("Please report it", "\tat framing.cli.FailureHandlerTest");
    }
}
