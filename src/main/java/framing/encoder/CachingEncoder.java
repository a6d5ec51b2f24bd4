package framing.encoder;

import java.util.ArrayList;
import java.util.List;

/**
 * An encoder that remembers on disk what it has read, so that trying out training settings does not encode again. Keys
 * are the encoder's card, the text and its marks. When the disk refuses, encoding goes on without the cache.
 */
public final class CachingEncoder implements SentenceEncoder {
    private final SentenceEncoder encoder;
    private final VectorCache cache;

    public CachingEncoder(SentenceEncoder encoder, VectorCache cache) {
        this.encoder = encoder;
        this.cache = cache;
    }

    @Override
    public EncoderCard card() {
        return encoder.card();
    }

    @Override
    public List<float[][]> encodeMarked(List<List<MarkedSentence>> articles) {
        List<float[][]> vectors = new ArrayList<>();
        List<List<MarkedSentence>> missing = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (List<MarkedSentence> article : articles) {
            float[][] known = cache.get(VectorCache.key(card(), article));
            if (known.length == 0 && !article.isEmpty()) {
                places.add(vectors.size());
                missing.add(article);
            }
            vectors.add(known);
        }
        List<float[][]> read = encoder.encodeMarked(missing);
        for (int i = 0; i < missing.size(); i++) {
            vectors.set(places.get(i), read.get(i));
            cache.put(VectorCache.key(card(), missing.get(i)), read.get(i));
        }
        return vectors;
    }

    @Override
    public EncoderWork work() {
        return encoder.work();
    }

    @Override
    public void close() {
        try (cache) {
            encoder.close();
        }
    }
}
