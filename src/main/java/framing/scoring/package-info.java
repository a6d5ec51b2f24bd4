/**
 * Labelling a corpus: one reader, several workers, one writer, in the order of the input and never the whole corpus in
 * memory. Uses {@code classifier} and {@code corpus}; knows nothing of training. Start at {@link
 * framing.scoring.CorpusScorer}.
 */
@NullMarked
package framing.scoring;

import org.jspecify.annotations.NullMarked;
