package framing.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A small encoder whose vectors are countable on fingers: how often "a", "b" and "c" occur in a sentence. */
public final class LetterEncoder implements SentenceEncoder {
    public static final EncoderCard CARD =
            new EncoderCard("letters", "0".repeat(64), "1".repeat(64), "", List.of(1), 3, Reading.ONE_BY_ONE);

    private final EncoderCard card;
    private final List<List<String>> read = new ArrayList<>();

    public LetterEncoder() {
        this(CARD);
    }

    public LetterEncoder(EncoderCard card) {
        this.card = card;
    }

    @Override
    public EncoderCard card() {
        return card;
    }

    @Override
    public synchronized List<float[][]> encodeMarked(List<List<MarkedSentence>> articles) {
        List<float[][]> vectors = new ArrayList<>();
        for (List<MarkedSentence> article : articles) {
            read.add(article.stream().map(MarkedSentence::text).toList());
            Stream<String> sentences = article.stream().map(MarkedSentence::text);
            Stream<String> marks = article.stream()
                    .flatMap(sentence -> sentence.marks().stream()
                            .map(mark -> sentence.text().substring(mark.start(), mark.end())));
            vectors.add(
                    Stream.concat(sentences, marks).map(LetterEncoder::vector).toArray(float[][]::new));
        }
        return vectors;
    }

    public static float[] vector(String sentence) {
        float[] counts = new float[3];
        sentence.chars().filter(c -> c >= 'a' && c <= 'c').forEach(c -> counts[c - 'a']++);
        return counts;
    }

    /** The articles that it was given so far. */
    public List<List<String>> read() {
        return read;
    }

    @Override
    public EncoderWork work() {
        return EncoderWork.NONE;
    }

    @Override
    public void close() {}
}
