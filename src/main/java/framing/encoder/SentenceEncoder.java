package framing.encoder;

import java.util.List;

/** Turns the sentences of articles into vectors. Threads may share one. Whoever opens one closes it. */
public interface SentenceEncoder extends AutoCloseable {
    EncoderCard card();

    /**
     * Encodes articles, each a list of sentences in reading order.
     *
     * @return for each article the vectors of its sentences, [sentence][{@link EncoderCard#width()}]; each a function of
     *     its article alone, to the last bit
     */
    List<float[][]> encode(List<List<String>> articles);

    /** What it has done so far. */
    EncoderWork work();

    @Override
    void close();
}
