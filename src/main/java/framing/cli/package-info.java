/**
 * The command {@code framing}: picocli commands that parse, build a plan, call one library method and hand the result to
 * {@code report}; the console; and the one place that turns failures into words and exit codes. Start at {@link
 * framing.cli.Main}.
 */
@NullMarked
package framing.cli;

import org.jspecify.annotations.NullMarked;
