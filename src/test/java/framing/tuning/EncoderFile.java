package framing.tuning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import onnx.Onnx;
import org.jspecify.annotations.Nullable;

/** The real encoder's ONNX file, from which tests take weights and what ONNX Runtime computes between layers. */
final class EncoderFile {
    static final int LAYERS = 12;
    static final int HEADS = 12;
    static final int WIDTH = 384;

    private final Onnx.ModelProto model;
    private final Map<String, Onnx.TensorProto> tensors;

    private EncoderFile(Onnx.ModelProto model) {
        this.model = model;
        this.tensors = model.getGraph().getInitializerList().stream()
                .collect(Collectors.toMap(Onnx.TensorProto::getName, Function.identity()));
    }

    static EncoderFile read() throws IOException {
        try (InputStream file = EncoderFile.class.getResourceAsStream("/e5-small-v2.onnx")) {
            return new EncoderFile(
                    Onnx.ModelProto.parseFrom(Objects.requireNonNull(file).readAllBytes()));
        }
    }

    /** The tensors of the layers from this one on. */
    Parameters weightsFrom(int layer) {
        Map<String, Onnx.TensorProto> named = new TreeMap<>();
        tensors.forEach((name, tensor) -> {
            if (isOfLayerFrom(layer, name)) {
                named.put(name, tensor);
            }
        });
        matrices().forEach((name, tensor) -> {
            if (isOfLayerFrom(layer, name)) {
                named.put(name, tensor);
            }
        });
        Parameters.Builder builder = Parameters.builder();
        named.forEach((name, tensor) -> {
            if (tensor.getDimsCount() == 2) {
                builder.matrix(name, (int) tensor.getDims(0), (int) tensor.getDims(1), floats(tensor));
            } else {
                builder.vector(name, floats(tensor));
            }
        });
        return builder.build();
    }

    private static boolean isOfLayerFrom(int layer, String name) {
        String[] parts = name.split("\\.", -1);
        return name.startsWith("encoder.layer.") && Integer.parseInt(parts[2]) >= layer;
    }

    /** Matrices lost their names when the file was made; each is found by the bias that is added to its product. */
    private Map<String, Onnx.TensorProto> matrices() {
        Map<String, Onnx.TensorProto> matrixOfProduct = new TreeMap<>();
        for (Onnx.NodeProto node : model.getGraph().getNodeList()) {
            Onnx.TensorProto matrix = node.getOpType().equals("MatMul") ? tensors.get(node.getInput(1)) : null;
            if (matrix != null) {
                matrixOfProduct.put(node.getOutput(0), matrix);
            }
        }
        Map<String, Onnx.TensorProto> named = new TreeMap<>();
        for (Onnx.NodeProto node : model.getGraph().getNodeList()) {
            if (node.getOpType().equals("Add")) {
                name(node.getInput(0), matrixOfProduct.get(node.getInput(1)), named);
                name(node.getInput(1), matrixOfProduct.get(node.getInput(0)), named);
            }
        }
        return named;
    }

    private static void name(String bias, Onnx.@Nullable TensorProto matrix, Map<String, Onnx.TensorProto> named) {
        if (matrix != null && bias.endsWith(".bias")) {
            named.put(bias.replaceAll("bias$", "weight"), matrix);
        }
    }

    private static float[] floats(Onnx.TensorProto tensor) {
        float[] values = new float[tensor.getRawData().size() / Float.BYTES];
        ByteBuffer.wrap(tensor.getRawData().toByteArray())
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }

    /** What ONNX Runtime has for these token numbers before a layer and at the end, as two lists of sequences. */
    States run(List<long[]> sequences, int layer) throws OrtException {
        String below = "/encoder/layer." + (layer - 1) + "/output/LayerNorm/Add_1_output_0";
        Onnx.ModelProto.Builder exposed = model.toBuilder();
        exposed.getGraphBuilder().addOutput(Onnx.ValueInfoProto.newBuilder().setName(below));
        List<float[]> before = new ArrayList<>();
        List<float[]> after = new ArrayList<>();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(exposed.build().toByteArray())) {
            for (long[] ids : sequences) {
                long[] ones = new long[ids.length];
                Arrays.fill(ones, 1);
                try (OnnxTensor tokens = OnnxTensor.createTensor(environment, new long[][] {ids});
                        OnnxTensor mask = OnnxTensor.createTensor(environment, new long[][] {ones});
                        OnnxTensor types = OnnxTensor.createTensor(environment, new long[][] {new long[ids.length]});
                        OrtSession.Result result = session.run(
                                Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", types))) {
                    before.add(flat(result, below));
                    after.add(flat(result, "last_hidden_state"));
                }
            }
        }
        return new States(TokenStates.pack(WIDTH, before), TokenStates.pack(WIDTH, after));
    }

    /** The token states before a layer and after the last one. */
    record States(TokenStates before, TokenStates after) {}

    private static float[] flat(OrtSession.Result result, String name) {
        OnnxTensor tensor = (OnnxTensor) result.get(name).orElseThrow();
        float[] values = new float[tensor.getFloatBuffer().remaining()];
        tensor.getFloatBuffer().get(values);
        return values;
    }
}
