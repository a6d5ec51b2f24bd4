package framing.encoder;

/**
 * What an encoder has done since it was opened.
 *
 * @param cut sentences that were longer than it reads
 * @param repeated sentences whose vectors it still knew, so that they were not computed again
 * @param nanoseconds spent computing, added up over threads
 */
public record EncoderWork(long cut, long repeated, long nanoseconds) {
    public static final EncoderWork NONE = new EncoderWork(0, 0, 0);

    /** What was done since an earlier look. */
    public EncoderWork since(EncoderWork earlier) {
        return new EncoderWork(cut - earlier.cut, repeated - earlier.repeated, nanoseconds - earlier.nanoseconds);
    }
}
