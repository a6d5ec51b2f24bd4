/**
 * Results for people to look at. Uses everything below the command line; knows no console. Start at {@link
 * framing.report.EvaluationText}.
 */
@NullMarked
package framing.report;

import org.jspecify.annotations.NullMarked;
