/**
 * Texts and where they come from: documents, their sentences, and the readers that turn files of many kinds and
 * encodings into them, one row at a time. Uses only the root package and text libraries. Start at {@link
 * framing.corpus.CorpusReader} and {@link framing.corpus.SentenceSplitter}.
 */
@NullMarked
package framing.corpus;

import org.jspecify.annotations.NullMarked;
