package framing.encoder;

/**
 * Numbers with a shape.
 *
 * @param shape its dimensions: [length], or [rows, columns]
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
