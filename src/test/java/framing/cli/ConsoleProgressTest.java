package framing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import framing.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Progress progress(boolean terminal) {
        return new ConsoleProgress(new PrintStream(err, true, StandardCharsets.UTF_8), terminal);
    }

    private String told() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_phase_in_a_log_ends_with_one_plain_line() {
        try (Progress.Phase phase = progress(false).start("Scoring", "articles", 4)) {
            phase.add(1);
            phase.add(2);
            phase.note("30 sentences");
        }
        assertThat(told())
                .matches("Scoring: 3 articles of 4 \\(75 %\\), [0-9,]+/s, 0:00:00 left \\(30 sentences\\)\\R");
    }

    @Test
    void a_phase_of_unknown_length_has_no_percent_and_no_time_left() {
        try (Progress.Phase phase = progress(false).start("Reading", "rows", -1)) {
            phase.add(5);
        }
        assertThat(told()).matches("Reading: 5 rows, [0-9,]+/s\\R");
    }

    @Test
    void a_phase_on_a_terminal_is_a_bar() {
        try (Progress.Phase phase = progress(true).start("Scoring", "articles", 4)) {
            phase.add(4);
            phase.note("30 sentences");
        }
        assertThat(told()).contains("Scoring", "100%", "4/4");
    }

    @Test
    void a_phase_of_nothing_ends_quietly() {
        progress(false).start("Scoring", "articles", 0).close();

        assertThat(told()).matches("Scoring: 0 articles, 0/s\\R");
    }

    @Test
    void quiet_is_silent() {
        assertThat(ConsoleProgress.of(true)).isSameAs(Progress.SILENT);
    }
}
