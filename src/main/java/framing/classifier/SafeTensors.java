package framing.classifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Named tensors of 32-bit floats in the safetensors format (https://huggingface.co/docs/safetensors): the header's length
 * in eight bytes, the header in JSON, the numbers, little-endian. Reading it runs no code, and Python and R read it too.
 */
public final class SafeTensors {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAXIMUM_HEADER = 1 << 24;

    private SafeTensors() {}

    /**
     * A tensor.
     *
     * @param shape its dimensions
     * @param values its numbers, row by row
     */
    public record Tensor(int[] shape, float[] values) {
        public Tensor {
            long count = 1;
            for (int dimension : shape) {
                count *= dimension;
            }
            if (count != values.length) {
                throw new IllegalArgumentException(
                        "a tensor of this shape holds " + count + " numbers, but there were " + values.length);
            }
        }
    }

    /** The tensors as the bytes of a file, in alphabetical order. */
    public static byte[] write(Map<String, Tensor> tensors) {
        SortedMap<String, Tensor> sorted = new TreeMap<>(tensors);
        ObjectNode header = JSON.createObjectNode();
        long offset = 0;
        for (var entry : sorted.entrySet()) {
            ObjectNode description = header.putObject(entry.getKey()).put("dtype", "F32");
            ArrayNode shape = description.putArray("shape");
            for (int dimension : entry.getValue().shape()) {
                shape.add(dimension);
            }
            long end = offset + 4L * entry.getValue().values().length;
            description.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        byte[] head = header.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer out =
                ByteBuffer.allocate(Math.toIntExact(8 + head.length + offset)).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(head.length).put(head);
        for (Tensor tensor : sorted.values()) {
            for (float value : tensor.values()) {
                out.putFloat(value);
            }
        }
        return out.array();
    }

    /** The tensors in the bytes of a file; an {@link IOException} says what is wrong with it. */
    public static Map<String, Tensor> read(byte[] file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long length = file.length < 8 ? -1 : in.getLong();
        if (length < 2 || length > Math.min(MAXIMUM_HEADER, file.length - 8)) {
            throw new IOException("not a safetensors file");
        }
        JsonNode header = JSON.readTree(file, 8, (int) length);
        if (!header.isObject()) {
            throw new IOException("not a safetensors file");
        }
        int data = 8 + (int) length;
        Map<String, Tensor> tensors = new TreeMap<>();
        for (var entry : header.properties()) {
            if (!entry.getKey().equals("__metadata__")) {
                tensors.put(entry.getKey(), tensor(in, data, entry.getKey(), entry.getValue()));
            }
        }
        return tensors;
    }

    private static Tensor tensor(ByteBuffer in, int data, String name, JsonNode description) throws IOException {
        long start = description.path("data_offsets").path(0).asLong(-1);
        long end = description.path("data_offsets").path(1).asLong(-1);
        long count = (end - start) / 4;
        JsonNode dimensions = description.path("shape");
        int[] shape = new int[dimensions.size()];
        long product = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = dimensions.get(i).asInt(-1);
            product *= shape[i];
        }
        if (!description.path("dtype").asText().equals("F32")
                || start < 0
                || end < start
                || end > in.limit() - data
                || end - start != 4 * count
                || Arrays.stream(shape).anyMatch(dimension -> dimension < 0)
                || product != count) {
            throw new IOException("tensor " + name + " does not fit the file");
        }
        float[] values = new float[(int) count];
        in.slice(data + (int) start, (int) (end - start))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return new Tensor(shape, values);
    }
}
