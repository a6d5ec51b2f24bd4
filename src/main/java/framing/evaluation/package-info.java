/**
 * Measures of how well predictions match codes and coders match each other: confusion, F1, agreement, calibration, and
 * bootstrap intervals over documents. Pure and deterministic: chance comes from the seed that is handed in, and nothing
 * is used but {@link framing.codebook} and the JDK. Start at {@link framing.evaluation.Evaluation} for a model against a
 * coder and at {@link framing.evaluation.Agreement} for coders among themselves.
 */
@NullMarked
package framing.evaluation;

import org.jspecify.annotations.NullMarked;
