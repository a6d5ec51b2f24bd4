package framing.encoder;

import java.util.List;

/**
 * Sentences that the encoder reads together: a start token, then each sentence's own tokens, its separator the last.
 *
 * @param tokens token ids, the start token first
 * @param sentences the tokens of each sentence, one after another without a gap; the start token belongs to the first
 * @param marks for each sentence the tokens of its marks; where a mark lies beyond the cut, those of the whole sentence
 */
public record Window(long[] tokens, List<Tokens> sentences, List<List<Tokens>> marks) {
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
}
