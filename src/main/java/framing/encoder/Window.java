package framing.encoder;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sentences that the encoder reads together: a start token, then each sentence's own tokens, its separator the last.
 *
 * @param tokens token ids, the start token first
 * @param sentences the tokens of each sentence, one after another without a gap; the start token belongs to the first
 * @param marks for each sentence the tokens of its marks; where a mark lies beyond the cut, those of the whole sentence
 */
public record Window(long[] tokens, List<Tokens> sentences, List<List<Tokens>> marks) {
    public Window {
        sentences = List.copyOf(sentences);
        marks = List.copyOf(marks);
    }

    /**
     * A run of tokens.
     *
     * @param start the place of the first in the window
     * @param end the place after the last
     */
    public record Tokens(int start, int end) {
        public int count() {
            return end - start;
        }

        Tokens moved(int by) {
            return new Tokens(start + by, end + by);
        }
    }

    public int length() {
        return tokens.length;
    }

    /** All that is averaged: the sentences, then the marks, in order. */
    List<Tokens> pooled() {
        return Stream.concat(sentences.stream(), marks.stream().flatMap(List::stream))
                .toList();
    }

    /** Windows are equal when they hold the same tokens in the same sentences: their states are then equal too. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Window window
                && Arrays.equals(tokens, window.tokens)
                && sentences.equals(window.sentences)
                && marks.equals(window.marks);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(tokens) + sentences.hashCode()) + marks.hashCode();
    }
}
