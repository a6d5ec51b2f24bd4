package framing.encoder;

import ai.onnxruntime.OrtEnvironment;
import framing.encoder.Window.Tokens;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * The encoder e5-small-v2 (Wang et al. 2022, https://arxiv.org/abs/2212.03533; 12 layers, 384 wide, English) in ONNX
 * Runtime: the outputs of chosen layers, averaged over each sentence's tokens and concatenated. Its two files come from
 * the class path. Each call uses one thread; call from several to use more.
 */
public final class OnnxSentenceEncoder implements SentenceEncoder {
    public static final String ID = "e5-small-v2";
    public static final int LAYERS = 12;
    public static final int LAYER_WIDTH = 384;
    /** Longer sentences are cut to this many tokens. */
    public static final int MAXIMUM_TOKENS = 256;

    private static final int BATCH_TOKENS = 1024;
    /** Room for about 40,000 sentences of one layer. */
    private static final long CACHE_BYTES = 64L << 20;

    private final EncoderCard card;
    private final SentenceTokenizer tokenizer;
    private final EncoderSession session;
    private final WindowCache cache = new WindowCache(CACHE_BYTES);
    private final LongAdder repeated = new LongAdder();

    private OnnxSentenceEncoder(EncoderCard card, SentenceTokenizer tokenizer, EncoderSession session) {
        this.card = card;
        this.tokenizer = tokenizer;
        this.session = session;
    }

    /**
     * Opens the encoder as it came.
     *
     * @param layers the layers to pool, different ones from 1 to 12
     * @param prefix what to put before each text
     */
    public static OnnxSentenceEncoder open(List<Integer> layers, String prefix, Reading reading) {
        return open(layers, prefix, reading, TunedWeights.NONE, Precision.FP32);
    }

    /** Opens the encoder with what tuning changed of it, computing in this precision. */
    public static OnnxSentenceEncoder open(
            List<Integer> layers, String prefix, Reading reading, TunedWeights tuned, Precision precision) {
        requireLayers(layers);
        EncoderFile file = EncoderFile.read();
        EncoderFile read = file.upTo(Collections.max(layers));
        ByteBuffer definition = SentenceTokenizer.definition();
        EncoderSession session = precision == Precision.INT8
                ? new EncoderSession(read.inEightBits(tuned, layers), Map.of(), layers, BATCH_TOKENS)
                : new EncoderSession(read.exposing(layers), read.replacements(tuned), layers, BATCH_TOKENS);
        return new OnnxSentenceEncoder(
                card(file, definition, layers, prefix, reading),
                new SentenceTokenizer(definition, prefix, reading),
                session);
    }

    private static void requireLayers(List<Integer> layers) {
        if (layers.stream().anyMatch(layer -> layer < 1 || layer > LAYERS)
                || layers.stream().distinct().count() < layers.size()) {
            throw new IllegalArgumentException(
                    "layers must be different ones from 1 to " + LAYERS + ", but were " + layers);
        }
    }

    /** The version of ONNX Runtime in use. */
    public static String runtimeVersion() {
        return OrtEnvironment.getEnvironment().getVersion();
    }

    /** The card of the encoder read so, without opening it. */
    public static EncoderCard card(List<Integer> layers, String prefix, Reading reading) {
        return card(EncoderFile.read(), SentenceTokenizer.definition(), layers, prefix, reading);
    }

    private static EncoderCard card(
            EncoderFile file, ByteBuffer definition, List<Integer> layers, String prefix, Reading reading) {
        return new EncoderCard(ID, file.sha256(), EncoderFile.sha256(definition), prefix, layers, LAYER_WIDTH, reading);
    }

    @Override
    public EncoderCard card() {
        return card;
    }

    @Override
    public List<float[][]> encodeMarked(List<List<MarkedSentence>> articles) {
        List<List<Window>> windows = articles.stream().map(tokenizer::windows).toList();
        Map<Window, float[][]> vectors =
                vectorsOf(windows.stream().flatMap(List::stream).toList());
        return windows.stream().map(article -> vectorsOf(article, vectors)).toList();
    }

    /** The vectors of an article's sentences, then of their marks, from those of its windows. */
    private static float[][] vectorsOf(List<Window> article, Map<Window, float[][]> vectors) {
        List<float[]> sentences = new ArrayList<>();
        List<float[]> marks = new ArrayList<>();
        for (Window window : article) {
            List<float[]> rows = Arrays.asList(vectors.get(window));
            int count = window.sentences().size();
            sentences.addAll(rows.subList(0, count));
            marks.addAll(rows.subList(count, rows.size()));
        }
        return Stream.concat(sentences.stream(), marks.stream())
                .map(float[]::clone) // the cache keeps its own
                .toArray(float[][]::new);
    }

    /** The vectors of each window; equal windows are computed once, those of late not at all. */
    private Map<Window, float[][]> vectorsOf(List<Window> windows) {
        Map<Window, float[][]> vectors = new HashMap<>();
        List<Window> unknown = new ArrayList<>();
        List<float[][]> computed = new ArrayList<>();
        for (Window window : windows) {
            float[][] known = vectors.containsKey(window) ? vectors.get(window) : cache.get(window);
            if (known == null) {
                known = new float[window.pooled().size()][card.width()];
                unknown.add(window);
                computed.add(known);
            } else {
                repeated.add(window.sentences().size());
            }
            vectors.put(window, known);
        }
        session.run(
                unknown,
                (window, layer, states, offset) ->
                        pool(unknown.get(window), states, offset, computed.get(window), layer * LAYER_WIDTH));
        for (int i = 0; i < unknown.size(); i++) {
            cache.put(unknown.get(i), computed.get(i));
        }
        return vectors;
    }

    /** Averages token states over each sentence and each mark of a window, into its vector from a column on. */
    private static void pool(Window window, float[] states, int offset, float[][] rows, int column) {
        List<Tokens> pooled = window.pooled();
        for (int row = 0; row < rows.length; row++) {
            float[] vector = rows[row];
            Tokens tokens = pooled.get(row);
            for (int token = tokens.start(); token < tokens.end(); token++) {
                int at = offset + token * LAYER_WIDTH;
                for (int d = 0; d < LAYER_WIDTH; d++) {
                    vector[column + d] += states[at + d];
                }
            }
            float share = 1f / tokens.count();
            for (int d = 0; d < LAYER_WIDTH; d++) {
                vector[column + d] *= share;
            }
        }
    }

    @Override
    public EncoderWork work() {
        return new EncoderWork(tokenizer.cut(), repeated.sum(), session.nanoseconds());
    }

    @Override
    public void close() {
        session.close();
        tokenizer.close();
    }
}
