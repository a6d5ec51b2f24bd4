/**
 * Fitting models to annotated units: what is learned from what, when to stop, how sure to be, and how good the result is
 * on documents it has not seen. The only package beside {@code classifier} that knows DL4J and ND4J. Start at {@link
 * framing.training.ClassifierTrainer}.
 */
@NullMarked
package framing.training;

import org.jspecify.annotations.NullMarked;
