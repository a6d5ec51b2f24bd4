package framing.encoder;

import ai.onnxruntime.OrtEnvironment;
import framing.encoder.Window.Tokens;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    private final EncoderCard card;
    private final SentenceTokenizer tokenizer;
    private final EncoderSession session;

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
        ByteBuffer definition = SentenceTokenizer.definition();
        EncoderSession session = precision == Precision.INT8
                ? new EncoderSession(file.inEightBits(tuned, layers), Map.of(), layers, 1)
                : new EncoderSession(file.exposing(layers), file.replacements(tuned), layers, BATCH_TOKENS);
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
        List<float[][]> vectors = new ArrayList<>();
        List<Window> windows = new ArrayList<>();
        List<Rows> rows = new ArrayList<>();
        for (List<MarkedSentence> article : articles) {
            int marks = article.stream().mapToInt(s -> s.marks().size()).sum();
            float[][] own = new float[article.size() + marks][card.width()];
            vectors.add(own);
            int sentence = 0;
            int mark = article.size();
            for (Window window : tokenizer.windows(article)) {
                windows.add(window);
                rows.add(new Rows(own, sentence, mark));
                sentence += window.sentences().size();
                mark += window.marks().stream().mapToInt(List::size).sum();
            }
        }
        session.run(
                windows,
                (window, layer, states, offset) ->
                        rows.get(window).pool(windows.get(window), states, offset, layer * LAYER_WIDTH));
        return vectors;
    }

    /**
     * Where the vectors of a window belong.
     *
     * @param vectors of the window's article
     * @param firstSentence the row of the window's first sentence
     * @param firstMark the row of its first mark
     */
    private record Rows(float[][] vectors, int firstSentence, int firstMark) {
        /** Averages token states over each sentence and each mark of a window, into its vector from a column on. */
        void pool(Window window, float[] states, int offset, int column) {
            int sentence = firstSentence;
            for (Tokens tokens : window.sentences()) {
                mean(tokens, states, offset, vectors[sentence++], column);
            }
            int mark = firstMark;
            for (List<Tokens> ofSentence : window.marks()) {
                for (Tokens tokens : ofSentence) {
                    mean(tokens, states, offset, vectors[mark++], column);
                }
            }
        }

        private static void mean(Tokens tokens, float[] states, int offset, float[] vector, int column) {
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
    public long cut() {
        return tokenizer.cut();
    }

    @Override
    public void close() {
        session.close();
        tokenizer.close();
    }
}
