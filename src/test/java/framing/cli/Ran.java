package framing.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a run of the command came to.
 *
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Ran(int code, String out, String err) {
    /** Runs the command in this process, its arguments turned into text. */
    static Ran framing(Object... arguments) {
        return framingWithInput(new byte[0], arguments);
    }

    /** Runs the command with these bytes on standard input. */
    static Ran framingWithInput(byte[] input, Object... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        InputStream in = System.in;
        ByteArrayOutputStream capturedOut = new ByteArrayOutputStream();
        ByteArrayOutputStream capturedErr = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(capturedOut, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(capturedErr, true, StandardCharsets.UTF_8));
            System.setIn(new ByteArrayInputStream(input));
            int code = Main.commandLine()
                    .setUsageHelpAutoWidth(false)
                    .setUsageHelpWidth(80)
                    .execute(Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
            return new Ran(
                    code, capturedOut.toString(StandardCharsets.UTF_8), capturedErr.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
            System.setIn(in);
        }
    }

    /** The same without what it wrote to standard output before it failed. */
    Ran withoutOutput() {
        return new Ran(code, "", err);
    }
}
