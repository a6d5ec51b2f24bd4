package framing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import framing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    @Test
    void the_help_reads_as_it_always_did() {
        Ran ran = Ran.framing("--help");

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        Golden.assertMatches(HelpTest.class, "help.txt", ran.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"score", "train", "evaluate", "agreement", "audit", "report", "inspect"})
    void the_help_of_each_command_reads_as_it_always_did(String command) {
        Ran ran = Ran.framing(command, "--help");

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        Golden.assertMatches(HelpTest.class, "help-" + command + ".txt", ran.out());
    }

    @Test
    void no_line_of_help_is_wider_than_a_terminal() {
        for (String command : new String[] {"score", "train", "evaluate", "agreement", "audit", "report", "inspect"}) {
            assertThat(Ran.framing(command, "--help").out().lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        }
    }

    @Test
    void no_example_is_broken_over_two_lines() {
        for (String command : new String[] {"score", "train", "evaluate", "agreement", "audit", "report", "inspect"}) {
            String help = Ran.framing(command, "--help").out();
            assertThat(help.substring(help.indexOf("Example:")).lines().skip(1))
                    .allSatisfy(line -> assertThat(line).startsWith("  framing " + command));
        }
    }

    @Test
    void the_version_is_told() {
        Ran ran = Ran.framing("--version");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("framing ");
    }

    @Test
    void a_script_for_completion_is_written() {
        Ran ran = Ran.framing("generate-completion");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("complete -F _complete_framing", "score", "--cross-validate");
    }

    private static void assertBadRequest(Ran ran, String message, String help) {
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith("framing: " + message)
                .contains("  See " + help + " --help.")
                .doesNotContain("\tat ");
    }

    @Test
    void a_request_that_cannot_be_understood_says_what_and_where_to_look() {
        assertBadRequest(
                Ran.framing("score", "a.csv", "--model", "m"),
                "Missing required option: '--out=FILE'",
                "framing score");
        assertBadRequest(
                Ran.framing("score", "--model", "m", "--out", "o"),
                "Missing required parameter: 'INPUT'",
                "framing score");
        assertBadRequest(
                Ran.framing("score", "a.csv", "--model", "m", "--out", "o", "--format", "xlsx"),
                "Invalid value for option '--format'",
                "framing score");
        assertBadRequest(
                Ran.framing("train", "a.csv", "--out", "o", "--seed", "soon"),
                "Invalid value for option '--seed'",
                "framing train");
    }

    @Test
    void a_misspelled_option_or_command_is_answered_with_the_one_that_was_meant() {
        assertThat(Ran.framing("score", "a.csv", "--model", "m", "--out", "o", "--quite")
                        .err())
                .contains("Unknown option: '--quite'", "--quiet");
        assertThat(Ran.framing("scores").err()).contains("'scores'", "score");
    }

    @Test
    void without_a_command_the_commands_are_named() {
        Ran ran = Ran.framing();

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("framing: Missing required subcommand").doesNotContain("\tat ");
    }
}
