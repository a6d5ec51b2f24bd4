package framing.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import onnx.Onnx;

/**
 * The encoder e5-small-v2 (Wang et al. 2022, https://arxiv.org/abs/2212.03533; 12 layers, 384 wide, English) in ONNX
 * Runtime: the outputs of chosen layers, averaged over each sentence's tokens and concatenated. Its two files come from
 * the class path.
 *
 * <p>A window's vectors depend on the window alone, to the last bit: it is padded to a multiple of eight tokens, shares a
 * batch only with windows of the same padded length, and each call uses one thread. Work is spread by calling from
 * several threads.
 */
public final class OnnxSentenceEncoder implements SentenceEncoder {
    public static final String ID = "e5-small-v2";
    public static final int LAYERS = 12;
    public static final int LAYER_WIDTH = 384;
    /** Longer sentences are cut to this many tokens. */
    public static final int MAXIMUM_TOKENS = 256;

    private static final int PADDING_STEP = 8;
    private static final int BATCH_TOKENS = 1024;

    private final EncoderCard card;
    private final SentenceTokenizer tokenizer;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final List<String> outputs;

    private OnnxSentenceEncoder(EncoderCard card, SentenceTokenizer tokenizer, byte[] model) throws OrtException {
        this.card = card;
        this.tokenizer = tokenizer;
        this.outputs = card.layers().stream().map(OnnxSentenceEncoder::output).toList();
        this.environment = OrtEnvironment.getEnvironment("framing");
        environment.setTelemetry(false);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            this.session = environment.createSession(model, options);
        }
    }

    /**
     * Opens the encoder.
     *
     * @param layers the layers to pool, different ones from 1 to 12
     * @param prefix what to put before each text
     */
    public static OnnxSentenceEncoder open(List<Integer> layers, String prefix, Reading reading) {
        if (layers.stream().anyMatch(layer -> layer < 1 || layer > LAYERS)
                || layers.stream().distinct().count() < layers.size()) {
            throw new IllegalArgumentException(
                    "layers must be different ones from 1 to " + LAYERS + ", but were " + layers);
        }
        byte[] weights = resource("/e5-small-v2.onnx");
        byte[] definition = resource("/e5-small-v2-tokenizer.json");
        var card = new EncoderCard(ID, sha256(weights), sha256(definition), prefix, layers, LAYER_WIDTH, reading);
        SentenceTokenizer tokenizer = new SentenceTokenizer(definition, prefix, reading);
        try {
            return new OnnxSentenceEncoder(card, tokenizer, withLayerOutputs(weights, card.layers()));
        } catch (OrtException e) {
            tokenizer.close();
            throw new IllegalStateException("ONNX Runtime could not load the encoder: " + e.getMessage(), e);
        }
    }

    @Override
    public EncoderCard card() {
        return card;
    }

    @Override
    public List<float[][]> encode(List<List<String>> articles) {
        List<float[][]> vectors = new ArrayList<>();
        Map<Integer, List<Placed>> byLength = new TreeMap<>();
        for (List<String> article : articles) {
            float[][] rows = new float[article.size()][];
            vectors.add(rows);
            int first = 0;
            for (Window window : tokenizer.windows(article)) {
                int padded = (window.tokens().length + PADDING_STEP - 1) / PADDING_STEP * PADDING_STEP;
                byLength.computeIfAbsent(padded, length -> new ArrayList<>()).add(new Placed(window, rows, first));
                first += window.sentences();
            }
        }
        byLength.forEach(this::encodeInBatches);
        return vectors;
    }

    /** A window and where the vectors of its sentences belong. */
    private record Placed(Window window, float[][] rows, int first) {}

    private void encodeInBatches(int length, List<Placed> windows) {
        int batch = Math.max(1, BATCH_TOKENS / length);
        for (int from = 0; from < windows.size(); from += batch) {
            encodeBatch(length, windows.subList(from, Math.min(from + batch, windows.size())));
        }
    }

    private void encodeBatch(int length, List<Placed> batch) {
        long[] tokens = new long[batch.size() * length];
        long[] mask = new long[tokens.length];
        for (int i = 0; i < batch.size(); i++) {
            long[] window = batch.get(i).window().tokens();
            System.arraycopy(window, 0, tokens, i * length, window.length);
            Arrays.fill(mask, i * length, i * length + window.length, 1);
        }
        long[] shape = {batch.size(), length};
        Set<String> requested = new LinkedHashSet<>(outputs);
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens), shape);
                OnnxTensor attention = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.allocate(tokens.length), shape);
                OrtSession.Result result = session.run(
                        Map.of("input_ids", ids, "attention_mask", attention, "token_type_ids", types), requested)) {
            for (int layer = 0; layer < outputs.size(); layer++) {
                float[] states =
                        ((OnnxTensor) result.get(layer)).getFloatBuffer().array();
                pool(states, layer * card.layerWidth(), length, batch);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime could not encode a batch: " + e.getMessage(), e);
        }
    }

    /** Averages one layer's token states over each sentence, into the sentence's vector from {@code offset} on. */
    private void pool(float[] states, int offset, int length, List<Placed> batch) {
        int width = card.layerWidth();
        for (int i = 0; i < batch.size(); i++) {
            Placed placed = batch.get(i);
            Window window = placed.window();
            for (int s = 0; s < window.sentences(); s++) {
                float[] vector = placed.rows()[placed.first() + s];
                if (vector == null) {
                    vector = new float[card.width()];
                    placed.rows()[placed.first() + s] = vector;
                }
                for (int t = window.start(s); t < window.ends()[s]; t++) {
                    int at = (i * length + t) * width;
                    for (int d = 0; d < width; d++) {
                        vector[offset + d] += states[at + d];
                    }
                }
                float share = 1f / (window.ends()[s] - window.start(s));
                for (int d = 0; d < width; d++) {
                    vector[offset + d] *= share;
                }
            }
        }
    }

    /** The name of a layer's output in the encoder's graph. */
    private static String output(int layer) {
        return layer == LAYERS
                ? "last_hidden_state"
                : "/encoder/layer." + (layer - 1) + "/output/LayerNorm/Add_1_output_0";
    }

    /**
     * The model with the outputs of inner layers declared as outputs of the graph. Serialized protocol buffers merge when
     * they are concatenated, so the declaration is simply appended and the weights need not be parsed.
     */
    private static byte[] withLayerOutputs(byte[] weights, List<Integer> layers) {
        Onnx.GraphProto.Builder graph = Onnx.GraphProto.newBuilder();
        for (int layer : layers) {
            if (layer != LAYERS) {
                graph.addOutput(Onnx.ValueInfoProto.newBuilder().setName(output(layer)));
            }
        }
        byte[] declaration =
                Onnx.ModelProto.newBuilder().setGraph(graph).build().toByteArray();
        byte[] model = Arrays.copyOf(weights, weights.length + declaration.length);
        System.arraycopy(declaration, 0, model, weights.length, declaration.length);
        return model;
    }

    private static byte[] resource(String name) {
        try (InputStream in = OnnxSentenceEncoder.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The encoder's file " + name + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime could not close the encoder", e);
        } finally {
            tokenizer.close();
        }
    }
}
