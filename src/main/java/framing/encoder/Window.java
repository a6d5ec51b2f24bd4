package framing.encoder;

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
}
