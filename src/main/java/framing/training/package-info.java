/**
 * Fitting: the tuning of the encoder's top layers, the fitting of heads and their calibration. May use
 * {@code classifier} and what lies beneath it; the products of matrices run in ND4J's memory on ND4J's OpenBLAS. Start
 * with {@link framing.training.TunedLayers}, the layers that learn, and {@link framing.training.AdamW}, which moves them.
 */
@NullMarked
package framing.training;

import org.jspecify.annotations.NullMarked;
