package framing.encoder;

/**
 * A matrix of small whole numbers.
 *
 * @param rows its rows
 * @param columns its columns
 * @param values its numbers, row by row
 */
public record Int8Tensor(int rows, int columns, byte[] values) {
    public Int8Tensor {
        if ((long) rows * columns != values.length) {
            throw new IllegalArgumentException(
                    rows + " x " + columns + " numbers are needed, but there were " + values.length);
        }
    }
}
