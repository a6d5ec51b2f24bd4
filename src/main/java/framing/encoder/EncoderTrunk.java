package framing.encoder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The encoder's lower layers, which stay as they came while the upper ones are tuned: articles in, token states out.
 * With a cache, a window that comes again (in another epoch, fold or run) is not read again. Threads may share one.
 */
public final class EncoderTrunk implements AutoCloseable {
    private static final int BATCH_TOKENS = 1024;

    private final SentenceTokenizer tokenizer;
    private final EncoderSession session;
    private final EncoderCard card;
    private final @Nullable VectorCache cache;

    private EncoderTrunk(
            SentenceTokenizer tokenizer, EncoderSession session, EncoderCard card, @Nullable VectorCache cache) {
        this.tokenizer = tokenizer;
        this.session = session;
        this.card = card;
        this.cache = cache;
    }

    /**
     * Opens the trunk.
     *
     * @param depth how many layers stay as they came, from 1 to 11
     * @param cache where states are kept, which the trunk closes; null where windows do not come again
     */
    public static EncoderTrunk open(int depth, String prefix, Reading reading, @Nullable VectorCache cache) {
        if (depth < 1 || depth >= OnnxSentenceEncoder.LAYERS) {
            throw new IllegalArgumentException("depth must be between 1 and 11, but was " + depth);
        }
        EncoderSession session =
                new EncoderSession(EncoderFile.read().upTo(depth).bytes(), Map.of(), List.of(depth), BATCH_TOKENS);
        return new EncoderTrunk(
                new SentenceTokenizer(SentenceTokenizer.definition(), prefix, reading),
                session,
                OnnxSentenceEncoder.card(List.of(depth), prefix, reading),
                cache);
    }

    /**
     * The encoder's own tensors of the layers above the trunk, by BERT's names; matrices are [in, out].
     *
     * @param top the last layer wanted
     */
    public static Map<String, Tensor> tensorsAbove(int depth, int top) {
        return EncoderFile.read().upTo(top).tensorsAbove(depth);
    }

    /** The windows of an article, as scoring reads it. */
    public List<Window> windows(List<MarkedSentence> article) {
        return tokenizer.windows(article);
    }

    /**
     * The windows of an article, shifted: the first holds no more than this share of a window, so that sentences meet
     * other neighbours.
     */
    public List<Window> windows(List<MarkedSentence> article, double shift) {
        return tokenizer.windows(article, (int) Math.ceil(card.reading().windowTokens() * shift));
    }

    /** The token states of each window after the trunk, [token x width] row by row; windows are spread over threads. */
    public List<float[]> states(List<Window> windows, int threads) {
        VectorCache known = cache;
        return known == null ? read(windows, threads) : states(windows, threads, known);
    }

    private List<float[]> states(List<Window> windows, int threads, VectorCache known) {
        List<float[]> states = new ArrayList<>();
        List<Integer> missing = new ArrayList<>();
        for (Window window : windows) {
            float[][] found = known.get(VectorCache.key(card, window));
            if (found.length == 0) {
                missing.add(states.size());
            }
            states.add(found.length == 0 ? new float[0] : found[0]);
        }
        List<float[]> read = read(missing.stream().map(windows::get).toList(), threads);
        for (int i = 0; i < read.size(); i++) {
            int place = missing.get(i);
            states.set(place, read.get(i));
            known.put(VectorCache.key(card, windows.get(place)), new float[][] {read.get(i)});
        }
        return states;
    }

    private List<float[]> read(List<Window> windows, int threads) {
        List<float[]> states = new ArrayList<>(Collections.nCopies(windows.size(), new float[0]));
        IntStream.range(0, threads).parallel().forEach(thread -> {
            List<Integer> mine = IntStream.range(0, windows.size())
                    .filter(window -> window % threads == thread)
                    .boxed()
                    .toList();
            session.run(mine.stream().map(windows::get).toList(), (window, layer, values, offset) -> {
                float[] own = new float[windows.get(mine.get(window)).length() * OnnxSentenceEncoder.LAYER_WIDTH];
                System.arraycopy(values, offset, own, 0, own.length);
                states.set(mine.get(window), own);
            });
        });
        return states;
    }

    /** How many sentences were cut so far because they were longer than the encoder can read. */
    public long cut() {
        return tokenizer.cut();
    }

    @Override
    public void close() {
        session.close();
        tokenizer.close();
        if (cache != null) {
            cache.close();
        }
    }
}
