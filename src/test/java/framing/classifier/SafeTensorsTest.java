package framing.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import framing.encoder.Int8Tensor;
import framing.encoder.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTensorsTest {
    private static final String HEADER = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[8,12]}}";
    /** 1.0, -2.0 and 0.5, little-endian. */
    private static final byte[] NUMBERS = HexFormat.of().parseHex("0000803f000000c00000003f");

    private static byte[] file(String header, byte[] numbers) {
        byte[] head = header.getBytes(StandardCharsets.UTF_8);
        return file(head.length, head, numbers);
    }

    private static byte[] file(long length, byte[] head, byte[] numbers) {
        return ByteBuffer.allocate(8 + head.length + numbers.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put(head)
                .put(numbers)
                .array();
    }

    private static byte[] floats(Map<String, Tensor> tensors) {
        return new SafeTensors(tensors, Map.of()).toBytes();
    }

    private static void assertRefused(byte[] file) {
        assertThatThrownBy(() -> SafeTensors.of(file)).isInstanceOf(IOException.class);
    }

    private static void assertTensorRefused(String shape, String offsets) {
        assertRefused(
                file("{\"a\":{\"dtype\":\"F32\",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}}", NUMBERS));
    }

    @Test
    void the_bytes_are_those_of_the_format() {
        byte[] written = floats(Map.of(
                "b", new Tensor(new int[] {1, 1}, new float[] {0.5f}),
                "a", new Tensor(new int[] {2}, new float[] {1, -2})));

        assertThat(written).isEqualTo(file(HEADER, NUMBERS));
    }

    @Test
    void a_file_written_by_hand_is_read() throws IOException {
        Map<String, Tensor> read = SafeTensors.of(file(HEADER, NUMBERS)).floats();

        assertThat(read).containsOnlyKeys("a", "b");
        assertThat(read.get("a"))
                .isNotNull()
                .satisfies(tensor -> assertThat(tensor.shape()).containsExactly(2))
                .satisfies(tensor -> assertThat(tensor.values()).containsExactly(1, -2));
        assertThat(read.get("b"))
                .isNotNull()
                .satisfies(tensor -> assertThat(tensor.shape()).containsExactly(1, 1))
                .satisfies(tensor -> assertThat(tensor.values()).containsExactly(0.5f));
    }

    @Test
    void the_metadata_that_other_programs_write_are_passed_over() throws IOException {
        String header = HEADER.replaceFirst("\\{", "{\"__metadata__\":{\"format\":\"pt\"},") + "   ";

        assertThat(SafeTensors.of(file(header, NUMBERS)).floats()).containsOnlyKeys("a", "b");
    }

    @Test
    void numbers_survive_to_the_last_bit() throws IOException {
        float[] numbers = {Float.MIN_VALUE, Float.MAX_VALUE, -0f, Float.POSITIVE_INFINITY, (float) Math.E};
        byte[] once = floats(Map.of("x", new Tensor(new int[] {5, 1}, numbers)));

        assertThat(SafeTensors.of(once).toBytes()).isEqualTo(once);
    }

    @Test
    void whole_numbers_of_eight_bits_survive_beside_floats() throws IOException {
        Int8Tensor steps = new Int8Tensor(2, 2, new byte[] {-128, 0, 1, 127});
        SafeTensors read = SafeTensors.of(new SafeTensors(
                        Map.of("a", new Tensor(new int[] {1}, new float[] {2})), Map.of("q", steps))
                .toBytes());

        assertThat(read.floats()).containsOnlyKeys("a");
        assertThat(read.int8s()).hasEntrySatisfying("q", matrix -> {
            assertThat(matrix.rows()).isEqualTo(2);
            assertThat(matrix.values()).isEqualTo(steps.values());
        });
    }

    @Test
    void a_file_cut_anywhere_is_refused() {
        byte[] whole = file(HEADER, NUMBERS);
        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PK\u0003\u0004 an archive of another program",
                "{\"a\": 1}",
                "\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000"
            })
    void a_file_of_another_kind_is_refused(String content) {
        assertRefused(content.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32, 1L << 24})
    void a_header_longer_than_the_file_is_refused(long length) {
        assertRefused(file(length, HEADER.getBytes(StandardCharsets.UTF_8), NUMBERS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "12", "\"text\"", "{\"a\":1}", "{\"a\":{}}", "{\"a\"", "not json at all"})
    void a_header_that_describes_no_tensors_is_refused(String header) {
        assertRefused(file(header, NUMBERS));
    }

    @Test
    void numbers_of_another_kind_are_refused() {
        assertRefused(file("{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}", NUMBERS));
    }

    @Test
    void offsets_that_do_not_fit_the_file_or_the_shape_are_refused() {
        assertTensorRefused("[2]", "[0,4]");
        assertTensorRefused("[2]", "[0,9]");
        assertTensorRefused("[1]", "[0,5]");
        assertTensorRefused("[2]", "[8,0]");
        assertTensorRefused("[2]", "[-8,0]");
        assertTensorRefused("[2]", "[8,16]");
        assertTensorRefused("[2]", "[0]");
        assertTensorRefused("[2]", "[]");
        assertTensorRefused("[2]", "[\"x\",\"y\"]");
        assertTensorRefused("[2]", "[9223372036854775799,9223372036854775807]");
    }

    @Test
    void shapes_that_no_file_could_hold_are_refused() {
        assertTensorRefused("[2000000000]", "[0,8000000000]");
        assertTensorRefused("[-2]", "[0,8]");
        assertTensorRefused("[-1,-2]", "[0,8]");
        assertTensorRefused("[\"x\"]", "[0,8]");
        assertTensorRefused("[2147483647,2147483647,2147483647]", "[0,12]");
    }

    @Test
    void a_tensor_whose_numbers_do_not_fill_its_shape_is_refused() {
        assertThatThrownBy(() -> new Tensor(new int[] {2, 2}, new float[] {1, 2, 3}))
                .hasMessage("a tensor of this shape holds 4 numbers, but there were 3");
    }
}
