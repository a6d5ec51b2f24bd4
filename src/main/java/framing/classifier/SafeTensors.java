package framing.classifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import framing.encoder.Int8Tensor;
import framing.encoder.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Named tensors in the safetensors format (https://huggingface.co/docs/safetensors): the header's length in eight bytes,
 * the header in JSON, the numbers, little-endian. Reading it runs no code, and Python and R read it too.
 *
 * @param floats tensors of 32-bit floats
 * @param int8s matrices of 8-bit whole numbers
 */
record SafeTensors(Map<String, Tensor> floats, Map<String, Int8Tensor> int8s) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LENGTH_BYTES = 8;
    private static final int MAXIMUM_HEADER = 1 << 24;
    private static final String FLOAT = "F32";
    private static final String INT8 = "I8";

    SafeTensors {
        floats = Map.copyOf(floats);
        int8s = Map.copyOf(int8s);
    }

    /** The tensors as the bytes of a file, in alphabetical order, the floats first. */
    byte[] toBytes() {
        ObjectNode header = JSON.createObjectNode();
        long end = 0;
        for (var entry : new TreeMap<>(floats).entrySet()) {
            end = describe(
                    header,
                    entry.getKey(),
                    FLOAT,
                    end,
                    4L * entry.getValue().values().length,
                    entry.getValue().shape());
        }
        for (var entry : new TreeMap<>(int8s).entrySet()) {
            Int8Tensor tensor = entry.getValue();
            end = describe(header, entry.getKey(), INT8, end, tensor.values().length, tensor.rows(), tensor.columns());
        }
        byte[] head = header.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(LENGTH_BYTES + head.length + end))
                .order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(head.length).put(head);
        for (Tensor tensor : new TreeMap<>(floats).values()) {
            for (float value : tensor.values()) {
                out.putFloat(value);
            }
        }
        new TreeMap<>(int8s).values().forEach(tensor -> out.put(tensor.values()));
        return out.array();
    }

    private static long describe(
            ObjectNode header, String name, String type, long start, long bytes, int... dimensions) {
        ObjectNode description = header.putObject(name).put("dtype", type);
        ArrayNode shape = description.putArray("shape");
        for (int dimension : dimensions) {
            shape.add(dimension);
        }
        description.putArray("data_offsets").add(start).add(start + bytes);
        return start + bytes;
    }

    /** The tensors in the bytes of a file; an {@link IOException} says what is wrong with it. */
    static SafeTensors of(byte[] file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long length = file.length < LENGTH_BYTES ? -1 : in.getLong();
        if (length < 2 || length > Math.min(MAXIMUM_HEADER, file.length - LENGTH_BYTES)) {
            throw new IOException("not a safetensors file");
        }
        JsonNode header = JSON.readTree(file, LENGTH_BYTES, (int) length);
        if (!header.isObject()) {
            throw new IOException("not a safetensors file");
        }
        int data = LENGTH_BYTES + (int) length;
        Map<String, Tensor> floats = new TreeMap<>();
        Map<String, Int8Tensor> int8s = new TreeMap<>();
        for (var entry : header.properties()) {
            String name = entry.getKey();
            String type = entry.getValue().path("dtype").asText();
            if (type.equals(FLOAT)) {
                int[] shape = shape(entry.getValue());
                ByteBuffer part = part(in, data, name, entry.getValue(), count(shape) * Float.BYTES);
                float[] values = new float[part.remaining() / Float.BYTES];
                part.asFloatBuffer().get(values);
                floats.put(name, new Tensor(shape, values));
            } else if (type.equals(INT8)) {
                int[] shape = shape(entry.getValue());
                ByteBuffer part = part(in, data, name, entry.getValue(), count(shape));
                byte[] values = new byte[part.remaining()];
                part.get(values);
                int8s.put(name, new Int8Tensor(shape[0], values.length / Math.max(1, shape[0]), values));
            } else if (!name.equals("__metadata__")) {
                throw new IOException("tensor " + name + " has numbers of the kind \"" + type + "\"");
            }
        }
        return new SafeTensors(floats, int8s);
    }

    private static int[] shape(JsonNode description) throws IOException {
        JsonNode dimensions = description.path("shape");
        int[] shape = new int[dimensions.size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = dimensions.get(i).asInt(-1);
        }
        if (shape.length == 0 || Arrays.stream(shape).anyMatch(dimension -> dimension < 0)) {
            throw new IOException("a tensor's shape is " + dimensions);
        }
        return shape;
    }

    private static long count(int[] shape) {
        long count = 1;
        for (int dimension : shape) {
            count *= dimension;
        }
        return count;
    }

    private static ByteBuffer part(ByteBuffer in, int data, String name, JsonNode description, long bytes)
            throws IOException {
        long start = description.path("data_offsets").path(0).asLong(-1);
        long end = description.path("data_offsets").path(1).asLong(-1);
        if (start < 0 || end > in.limit() - data || end - start != bytes) {
            throw new IOException("tensor " + name + " does not fit the file");
        }
        return in.slice((int) (data + start), (int) bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
