package framing.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Runs windows through ONNX Runtime and hands over their token states. A window's states depend on the window alone, to
 * the last bit: it is padded to a multiple of eight tokens, shares a batch only with windows of the same padded length,
 * and each call uses one thread. Work is spread by calling from several threads.
 */
final class EncoderSession implements AutoCloseable {
    private static final int PADDING_STEP = 8;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final List<String> outputs;
    private final int batchTokens;
    /** Replacements, which must live as long as the session. */
    private final List<OnnxTensor> held = new ArrayList<>();

    private final LongAdder nanoseconds = new LongAdder();

    /**
     * A session.
     *
     * @param model its ONNX bytes, in native memory
     * @param replacements tensors to put in the places of the model's own, by the model's names
     * @param layers the outputs wanted, in order
     * @param batchTokens windows run together up to about so many tokens; 1 runs each alone
     */
    EncoderSession(ByteBuffer model, Map<String, Tensor> replacements, List<Integer> layers, int batchTokens) {
        this.batchTokens = batchTokens;
        this.outputs = layers.stream().map(EncoderFile::states).toList();
        this.environment = OrtEnvironment.getEnvironment("framing");
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            environment.setTelemetry(false);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            for (var entry : replacements.entrySet()) {
                OnnxTensor tensor = tensor(entry.getValue());
                held.add(tensor);
                options.addInitializer(entry.getKey(), tensor);
            }
            this.session = environment.createSession(model, options);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime could not load the encoder: " + e.getMessage(), e);
        }
    }

    private OnnxTensor tensor(Tensor tensor) throws OrtException {
        FloatBuffer values = ByteBuffer.allocateDirect(tensor.values().length * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .put(tensor.values())
                .rewind();
        long[] shape = Arrays.stream(tensor.shape()).asLongStream().toArray();
        return OnnxTensor.createTensor(environment, values, shape);
    }

    /** Takes the states of one window after one layer. */
    interface StatesReader {
        /**
         * The states stand in a larger array.
         *
         * @param window the window's place in the list
         * @param layer the layer's place among the outputs
         * @param states token vectors, row by row
         * @param offset where the window's first token begins
         */
        void read(int window, int layer, float[] states, int offset);
    }

    /** Runs the windows, in batches of like length. */
    void run(List<Window> windows, StatesReader reader) {
        Map<Integer, List<Integer>> byLength = new TreeMap<>();
        for (int i = 0; i < windows.size(); i++) {
            int padded = (windows.get(i).length() + PADDING_STEP - 1) / PADDING_STEP * PADDING_STEP;
            byLength.computeIfAbsent(padded, length -> new ArrayList<>()).add(i);
        }
        byLength.forEach((length, places) -> {
            int batch = Math.max(1, batchTokens / length);
            for (int from = 0; from < places.size(); from += batch) {
                runBatch(length, windows, places.subList(from, Math.min(from + batch, places.size())), reader);
            }
        });
    }

    private void runBatch(int length, List<Window> windows, List<Integer> places, StatesReader reader) {
        long[] tokens = new long[places.size() * length];
        long[] mask = new long[tokens.length];
        for (int row = 0; row < places.size(); row++) {
            long[] window = windows.get(places.get(row)).tokens();
            System.arraycopy(window, 0, tokens, row * length, window.length);
            Arrays.fill(mask, row * length, row * length + window.length, 1);
        }
        long[] shape = {places.size(), length};
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens), shape);
                OnnxTensor attention = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.allocate(tokens.length), shape);
                OrtSession.Result result =
                        timed(Map.of("input_ids", ids, "attention_mask", attention, "token_type_ids", types))) {
            for (int layer = 0; layer < outputs.size(); layer++) {
                float[] states =
                        ((OnnxTensor) result.get(layer)).getFloatBuffer().array();
                for (int row = 0; row < places.size(); row++) {
                    reader.read(places.get(row), layer, states, row * (states.length / places.size()));
                }
            }
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime could not encode a batch: " + e.getMessage(), e);
        }
    }

    private OrtSession.Result timed(Map<String, OnnxTensor> inputs) throws OrtException {
        long started = System.nanoTime();
        try {
            return session.run(inputs, new LinkedHashSet<>(outputs));
        } finally {
            nanoseconds.add(System.nanoTime() - started);
        }
    }

    /** The time spent in ONNX Runtime so far, added up over threads. */
    long nanoseconds() {
        return nanoseconds.sum();
    }

    @Override
    public void close() {
        try {
            session.close();
            held.forEach(OnnxTensor::close);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime could not close the encoder", e);
        }
    }
}
