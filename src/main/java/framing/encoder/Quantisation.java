package framing.encoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onnx.Onnx;
import org.nd4j.shade.protobuf.ByteString;

/**
 * Replaces the products of a graph with its weight matrices, Y = X W, by products of eight-bit whole numbers (dynamic
 * quantisation): X is scaled as it comes, one scale for all of it; W has one scale a column. With X = (x - z) a and
 * column j of W = w b_j, Y_j = (x - z) w_j a b_j.
 *
 * <p>Since X has one scale, what shares a run with a window would change its numbers: each run must hold one window.
 */
final class Quantisation {
    private static final int LARGEST = 127;

    private final Onnx.GraphProto.Builder graph;
    private final Map<String, Onnx.TensorProto> matrices = new HashMap<>();
    private final List<Onnx.NodeProto> nodes = new ArrayList<>();
    private final Map<String, String> quantised = new HashMap<>();

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
        add("MatMulInteger", List.of(x, name + ".q", x + ".zero"), List.of(y + ".int"));
        Onnx.NodeProto.Builder cast = node("Cast", List.of(y + ".int"), List.of(y + ".float"));
        cast.addAttribute(Onnx.AttributeProto.newBuilder()
                .setName("to")
                .setType(Onnx.AttributeProto.AttributeType.INT)
                .setI(Onnx.TensorProto.DataType.FLOAT.getNumber()));
        nodes.add(cast.build());
        add("Mul", List.of(x + ".scale", name + ".scale"), List.of(y + ".scale"));
        add("Mul", List.of(y + ".float", y + ".scale"), List.of(y));
    }

    /** The name of a state in eight bits, made once however many products it enters. */
    private String quantise(String state) {
        return quantised.computeIfAbsent(state, s -> {
            String q = s + ".q";
            add("DynamicQuantizeLinear", List.of(s), List.of(q, q + ".scale", q + ".zero"));
            return q;
        });
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
        ByteBuffer raw = ByteBuffer.allocate(columns * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(scale);
        graph.addInitializer(Onnx.TensorProto.newBuilder()
                .setName(matrix.getName() + ".scale")
                .setDataType(Onnx.TensorProto.DataType.FLOAT.getNumber())
                .addDims(columns)
                .setRawData(ByteString.copyFrom(raw)));
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
