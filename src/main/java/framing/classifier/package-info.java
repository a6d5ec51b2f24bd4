/**
 * A trained model in use: its folder on disk, its heads and their calibration, and the classifier that puts text before
 * encoder and heads. Uses {@code encoder}, {@code codebook} and {@code corpus}. Start at {@link
 * framing.classifier.SentenceClassifier}, the library's front door.
 */
@NullMarked
package framing.classifier;

import org.jspecify.annotations.NullMarked;
