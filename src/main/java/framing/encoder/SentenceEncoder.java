package framing.encoder;

import java.util.List;

/** Turns the sentences of articles into vectors. Threads may share one. Whoever opens one closes it. */
public interface SentenceEncoder extends AutoCloseable {
    EncoderCard card();

    /**
     * Encodes articles, each a list of sentences in reading order.
     *
     * @return for each article the vectors of its sentences and, after them, of all their marks, in order, [sentence or
     *     mark][{@link EncoderCard#width()}]; each a function of its article alone, to the last bit, and a sentence's own
     *     not of the marks
     */
    List<float[][]> encodeMarked(List<List<MarkedSentence>> articles);

    /** Encodes articles whose sentences have no marks. */
    default List<float[][]> encode(List<List<String>> articles) {
        return encodeMarked(articles.stream()
                .map(article -> article.stream().map(MarkedSentence::plain).toList())
                .toList());
    }

    /** What it has done so far. */
    EncoderWork work();

    @Override
    void close();
}
