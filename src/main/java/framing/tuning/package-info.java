/**
 * Gradients, and nothing else: the encoder's upper layers forward and backward, and the optimiser that moves them. Knows
 * neither text nor labels, only numbers in ND4J's memory. Start at {@link framing.tuning.TunedLayers}.
 */
@NullMarked
package framing.tuning;

import org.jspecify.annotations.NullMarked;
