package framing.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import onnx.Onnx;
import org.jspecify.annotations.Nullable;
import org.nd4j.shade.protobuf.ByteString;
import org.nd4j.shade.protobuf.CodedInputStream;
import org.nd4j.shade.protobuf.CodedOutputStream;
import org.nd4j.shade.protobuf.UnsafeByteOperations;

/**
 * The encoder's ONNX file: BERT as PyTorch exported it, a graph of small operations whose matrices have lost their names.
 * Layers are counted from 1 here; the file counts them from 0.
 */
final class EncoderFile {
    static final String LAST_STATES = "last_hidden_state";
    private static final String RESOURCE = "/e5-small-v2.onnx";

    /** In native memory, where ONNX Runtime reads it without a copy. */
    private final ByteBuffer bytes;
    /** The layer whose states are the graph's own output. */
    private final int top;

    private EncoderFile(ByteBuffer bytes, int top) {
        this.bytes = bytes;
        this.top = top;
    }

    /** The whole file. */
    static EncoderFile read() {
        return new EncoderFile(resource(RESOURCE), OnnxSentenceEncoder.LAYERS);
    }

    /** A file of the class path, in native memory; its size is nearly always known beforehand, so it is copied once. */
    static ByteBuffer resource(String name) {
        try (InputStream in = EncoderFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The encoder's file " + name + " is not on the class path");
            }
            ByteBuffer content = ByteBuffer.allocateDirect(in.available() + 1);
            ReadableByteChannel channel = Channels.newChannel(in);
            while (channel.read(content) >= 0) {
                if (!content.hasRemaining()) {
                    content = ByteBuffer.allocateDirect(2 * content.capacity()).put(content.flip());
                }
            }
            return content.flip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(ByteBuffer bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes.duplicate());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    String sha256() {
        return sha256(bytes);
    }

    /** The name of a layer's token states in the graph. */
    static String states(int layer) {
        return layer == OnnxSentenceEncoder.LAYERS
                ? LAST_STATES
                : "/encoder/layer." + (layer - 1) + "/output/LayerNorm/Add_1_output_0";
    }

    /**
     * The model with the states of inner layers declared as outputs of the graph. Serialized protocol buffers merge when
     * they are concatenated, so the declaration is simply appended and the weights need not be parsed.
     */
    private ByteBuffer exposing(ByteBuffer model, List<Integer> layers) {
        Onnx.GraphProto.Builder graph = Onnx.GraphProto.newBuilder();
        for (int layer : layers) {
            if (layer != top) {
                graph.addOutput(Onnx.ValueInfoProto.newBuilder().setName(states(layer)));
            }
        }
        if (graph.getOutputCount() == 0) {
            return model.duplicate();
        }
        byte[] declaration =
                Onnx.ModelProto.newBuilder().setGraph(graph).build().toByteArray();
        return ByteBuffer.allocateDirect(model.remaining() + declaration.length)
                .put(model.duplicate())
                .put(declaration)
                .flip();
    }

    /** The model up to and with a layer, whose states are its only output; what lies above is neither kept nor computed. */
    EncoderFile upTo(int layer) {
        if (layer == top) {
            return this;
        }
        Onnx.ModelProto.Builder model = parse().toBuilder();
        Onnx.GraphProto.Builder graph = model.getGraphBuilder();
        List<Onnx.NodeProto> nodes = graph.getNodeList();
        int last = 0;
        while (!nodes.get(last).getOutputList().contains(states(layer))) {
            last++;
        }
        List<Onnx.NodeProto> kept = List.copyOf(nodes.subList(0, last + 1)); // nodes stand in the order of computation
        Set<String> used = new HashSet<>();
        kept.forEach(node -> used.addAll(node.getInputList()));
        List<Onnx.TensorProto> weights = graph.getInitializerList().stream()
                .filter(tensor -> used.contains(tensor.getName()))
                .toList();
        graph.clearNode().addAllNode(kept).clearInitializer().addAllInitializer(weights);
        graph.clearOutput().addOutput(Onnx.ValueInfoProto.newBuilder().setName(states(layer)));
        return new EncoderFile(serialized(model.build()), layer);
    }

    /** The model's bytes, in native memory. */
    ByteBuffer bytes() {
        return bytes.duplicate();
    }

    /** The model with inner layers exposed. */
    ByteBuffer exposing(List<Integer> layers) {
        return exposing(bytes, layers);
    }

    /** The model with what tuning changed, its products in eight bits, and inner layers exposed. */
    ByteBuffer inEightBits(TunedWeights tuned, List<Integer> layers) {
        Onnx.ModelProto.Builder model = parse().toBuilder();
        Map<String, Tensor> replacements = replacements(tuned);
        Onnx.GraphProto.Builder graph = model.getGraphBuilder();
        for (int i = 0; i < graph.getInitializerCount(); i++) {
            Tensor tensor = replacements.get(graph.getInitializer(i).getName());
            if (tensor != null) {
                graph.setInitializer(i, graph.getInitializer(i).toBuilder().setRawData(raw(tensor.values())));
            }
        }
        return exposing(serialized(Quantisation.apply(model.build())), layers);
    }

    /** What tuning changed, by the names of this file, to be put in the places of the file's own. */
    Map<String, Tensor> replacements(TunedWeights tuned) {
        if (tuned.isEmpty()) {
            return Map.of();
        }
        Onnx.ModelProto model = parse();
        Map<String, String> names = names(model);
        Set<String> missing = new HashSet<>(tuned.names());
        Map<String, Tensor> replacements = new TreeMap<>();
        for (Onnx.TensorProto initializer : model.getGraph().getInitializerList()) {
            String name = names.getOrDefault(initializer.getName(), initializer.getName());
            if (missing.remove(name)) {
                replacements.put(
                        initializer.getName(), new Tensor(shape(initializer), tuned.values(name, floats(initializer))));
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the encoder has no tensors " + missing);
        }
        return replacements;
    }

    private static int[] shape(Onnx.TensorProto tensor) {
        return tensor.getDimsList().stream().mapToInt(Long::intValue).toArray();
    }

    /** The tensors of all layers above one, by the names that BERT gives them; matrices are [in, out]. */
    Map<String, Tensor> tensorsAbove(int layer) {
        Onnx.ModelProto model = parse();
        Map<String, String> names = names(model);
        Map<String, Tensor> tensors = new TreeMap<>();
        for (Onnx.TensorProto initializer : model.getGraph().getInitializerList()) {
            String name = names.getOrDefault(initializer.getName(), initializer.getName());
            if (name.startsWith("encoder.layer.") && Integer.parseInt(name.split("\\.", -1)[2]) >= layer) {
                tensors.put(name, new Tensor(shape(initializer), floats(initializer)));
            }
        }
        return tensors;
    }

    /** BERT's names for the matrices, by the file's: each is known by the bias that is added to its product. */
    private static Map<String, String> names(Onnx.ModelProto model) {
        Map<String, String> matrixOfProduct = new TreeMap<>();
        Map<String, String> names = new TreeMap<>();
        for (Onnx.NodeProto node : model.getGraph().getNodeList()) {
            if (node.getOpType().equals("MatMul")) {
                matrixOfProduct.put(node.getOutput(0), node.getInput(1));
            } else if (node.getOpType().equals("Add")) {
                name(node.getInput(0), matrixOfProduct.get(node.getInput(1)), names);
                name(node.getInput(1), matrixOfProduct.get(node.getInput(0)), names);
            }
        }
        return names;
    }

    private static void name(String bias, @Nullable String matrix, Map<String, String> names) {
        if (matrix != null && bias.endsWith(".bias")) {
            names.put(matrix, bias.substring(0, bias.length() - "bias".length()) + "weight");
        }
    }

    private static ByteBuffer serialized(Onnx.ModelProto model) {
        ByteBuffer out = ByteBuffer.allocateDirect(model.getSerializedSize());
        try {
            CodedOutputStream stream = CodedOutputStream.newInstance(out);
            model.writeTo(stream);
            stream.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.flip();
    }

    private Onnx.ModelProto parse() {
        try {
            CodedInputStream in =
                    UnsafeByteOperations.unsafeWrap(bytes.duplicate()).newCodedInput();
            in.enableAliasing(true); // the bytes never change, so tensors may share them
            return Onnx.ModelProto.parseFrom(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The encoder's file is damaged", e);
        }
    }

    static float[] floats(Onnx.TensorProto tensor) {
        ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[raw.remaining() / Float.BYTES];
        raw.asFloatBuffer().get(values);
        return values;
    }

    private static ByteString raw(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return ByteString.copyFrom(bytes);
    }
}
