package framing.encoder;

/**
 * How the sentences of an article are put before the encoder: one by one, or in windows of consecutive sentences, so that
 * each is read with its neighbours (sequential sentence classification; Cohan et al. 2019,
 * https://doi.org/10.18653/v1/D19-1383). A window holds whole sentences while they fit; windows are a function of the
 * article alone.
 *
 * @param windowTokens the most tokens of a window of several sentences; 0 reads one by one
 */
public record Reading(int windowTokens) {
    public static final Reading ONE_BY_ONE = new Reading(0);

    public Reading {
        if (windowTokens < 0 || windowTokens > OnnxSentenceEncoder.MAXIMUM_TOKENS) {
            throw new IllegalArgumentException("window tokens must be between 0 and "
                    + OnnxSentenceEncoder.MAXIMUM_TOKENS + ", but were " + windowTokens);
        }
    }
}
