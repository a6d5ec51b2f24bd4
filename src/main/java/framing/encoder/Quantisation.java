package framing.encoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onnx.Onnx;
import org.nd4j.shade.protobuf.ByteString;

/**
 * Replaces the products of a graph with its weight matrices, Y = X W, by products of eight-bit whole numbers. Row i of X,
 * a token's vector, is scaled by its own largest size, r_i = max |X_i|; column j of W by its own, c_j = max |W_j|. With
 * x = round(127 X_i / r_i) and w = round(127 W_j / c_j), Y_ij = (x w) r_i c_j / 127². Source of the scheme, there with
 * outliers kept apart: Dettmers et al. 2022, LLM.int8().
 *
 * <p>A row's numbers depend on no other row, so windows may share a run.
 */
final class Quantisation {
    private static final int LARGEST = 127;
    private static final String UNIT = "eight.bits.unit";
    private static final String ZERO = "eight.bits.zero";

    private final Onnx.GraphProto.Builder graph;
    private final Map<String, Onnx.TensorProto> matrices = new HashMap<>();
    private final List<Onnx.NodeProto> nodes = new ArrayList<>();
    private final Set<String> quantised = new HashSet<>();

    private Quantisation(Onnx.GraphProto.Builder graph) {
        this.graph = graph;
        for (Onnx.TensorProto tensor : graph.getInitializerList()) {
            if (tensor.getDimsCount() == 2) {
                matrices.put(tensor.getName(), tensor);
            }
        }
    }

    /** The model with its matrix products in eight bits. */
    static Onnx.ModelProto apply(Onnx.ModelProto model) {
        Onnx.ModelProto.Builder copy = model.toBuilder();
        new Quantisation(copy.getGraphBuilder()).replaceProducts();
        return copy.build();
    }

    private void replaceProducts() {
        graph.addInitializer(floats(UNIT, 1f / LARGEST));
        graph.addInitializer(Onnx.TensorProto.newBuilder()
                .setName(ZERO)
                .setDataType(Onnx.TensorProto.DataType.UINT8.getNumber())
                .setRawData(ByteString.copyFrom(new byte[] {(byte) (LARGEST + 1)})));
        List<String> replaced = new ArrayList<>();
        for (Onnx.NodeProto node : graph.getNodeList()) {
            Onnx.TensorProto matrix = node.getOpType().equals("MatMul") ? matrices.get(node.getInput(1)) : null;
            if (matrix == null) {
                nodes.add(node);
            } else {
                replaced.add(matrix.getName());
                replace(node, matrix);
            }
        }
        List<Onnx.TensorProto> kept = new ArrayList<>(graph.getInitializerList());
        kept.removeIf(tensor -> replaced.contains(tensor.getName()));
        graph.clearNode().addAllNode(nodes).clearInitializer().addAllInitializer(kept);
    }

    private void replace(Onnx.NodeProto product, Onnx.TensorProto matrix) {
        String name = matrix.getName();
        addWeights(matrix);
        String x = quantise(product.getInput(0));
        String y = product.getOutput(0);
        add("MatMulInteger", List.of(x + ".q", name + ".q", ZERO), List.of(y + ".int"));
        long real = Onnx.TensorProto.DataType.FLOAT.getNumber();
        nodes.add(node("Cast", List.of(y + ".int"), List.of(y + ".float"))
                .addAttribute(whole("to", real))
                .build());
        add("Mul", List.of(y + ".float", name + ".scale"), List.of(y + ".scaled"));
        add("Mul", List.of(y + ".scaled", x + ".max"), List.of(y));
    }

    /** Adds a state in eight bits and the largest size in each of its rows, once however many products it enters. */
    private String quantise(String x) {
        if (quantised.add(x)) {
            add("Abs", List.of(x), List.of(x + ".abs"));
            nodes.add(node("ReduceMax", List.of(x + ".abs"), List.of(x + ".max"))
                    .addAttribute(Onnx.AttributeProto.newBuilder()
                            .setName("axes")
                            .setType(Onnx.AttributeProto.AttributeType.INTS)
                            .addInts(-1))
                    .addAttribute(whole("keepdims", 1))
                    .build());
            add("Div", List.of(x, x + ".max"), List.of(x + ".unit"));
            add("QuantizeLinear", List.of(x + ".unit", UNIT, ZERO), List.of(x + ".q"));
        }
        return x;
    }

    private static Onnx.AttributeProto.Builder whole(String name, long value) {
        return Onnx.AttributeProto.newBuilder()
                .setName(name)
                .setType(Onnx.AttributeProto.AttributeType.INT)
                .setI(value);
    }

    private void addWeights(Onnx.TensorProto matrix) {
        float[] values = EncoderFile.floats(matrix);
        int columns = (int) matrix.getDims(1);
        float[] scale = new float[columns];
        for (int i = 0; i < values.length; i++) {
            scale[i % columns] = Math.max(scale[i % columns], Math.abs(values[i]) / LARGEST);
        }
        byte[] whole = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            float s = scale[i % columns];
            whole[i] = s == 0 ? 0 : (byte) Math.round(values[i] / s);
        }
        graph.addInitializer(Onnx.TensorProto.newBuilder()
                .setName(matrix.getName() + ".q")
                .setDataType(Onnx.TensorProto.DataType.INT8.getNumber())
                .addAllDims(matrix.getDimsList())
                .setRawData(ByteString.copyFrom(whole)));
        for (int j = 0; j < columns; j++) {
            scale[j] /= LARGEST;
        }
        graph.addInitializer(floats(matrix.getName() + ".scale", scale).addDims(columns));
    }

    /** A tensor without its shape, which is that of a single number. */
    private static Onnx.TensorProto.Builder floats(String name, float... values) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return Onnx.TensorProto.newBuilder()
                .setName(name)
                .setDataType(Onnx.TensorProto.DataType.FLOAT.getNumber())
                .setRawData(ByteString.copyFrom(raw));
    }

    private void add(String operation, List<String> inputs, List<String> outputs) {
        nodes.add(node(operation, inputs, outputs).build());
    }

    private static Onnx.NodeProto.Builder node(String operation, List<String> inputs, List<String> outputs) {
        return Onnx.NodeProto.newBuilder()
                .setOpType(operation)
                .setName(outputs.get(0) + "." + operation)
                .addAllInput(inputs)
                .addAllOutput(outputs);
    }
}
