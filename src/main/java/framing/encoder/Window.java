package framing.encoder;

import java.util.Arrays;

/**
 * Sentences that the encoder reads together: a start token, then each sentence's own tokens, its separator the last.
 *
 * @param tokens token ids, the start token first
 * @param ends for each sentence the place after its last token; a sentence begins where the one before it ended, the
 *     first with the start token
 */
public record Window(long[] tokens, int[] ends) {
    public int sentences() {
        return ends.length;
    }

    /** The place of a sentence's first token. */
    public int start(int sentence) {
        return sentence == 0 ? 0 : ends[sentence - 1];
    }

    public int end(int sentence) {
        return ends[sentence];
    }

    public int length() {
        return tokens.length;
    }

    /** Windows are equal when they hold the same tokens in the same sentences: their states are then equal too. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Window window
                && Arrays.equals(tokens, window.tokens)
                && Arrays.equals(ends, window.ends);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(tokens) + Arrays.hashCode(ends);
    }
}
