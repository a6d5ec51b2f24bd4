package framing.tuning;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A row-major matrix of floats in ND4J's native memory, where OpenBLAS multiplies without copying. Everything that is
 * not a product is done row by row: read a row into an array, work on the array in loops that the Java compiler turns
 * into vector instructions, write it back. That costs 60 nanoseconds a row, where an ND4J operation costs 12 to 20
 * microseconds.
 *
 * <p>The number of rows may change from batch to batch; memory grows when it must and is kept. Not for threads to share
 * while one of them writes.
 */
final class Matrix {
    private final int columns;
    private int rows;
    private INDArray owner;
    private FloatPointer memory;
    private FloatBuffer numbers;

    /** A matrix of no rows yet. */
    Matrix(int columns) {
        this(Nd4j.createUninitialized(DataType.FLOAT, columns), 0, 0, columns);
    }

    /** The matrix that lies in this vector from this place on. */
    Matrix(INDArray owner, int offset, int rows, int columns) {
        this.columns = columns;
        this.rows = rows;
        this.owner = owner;
        this.memory = pointerTo(owner).getPointer(offset);
        this.numbers = pointerTo(owner).asBuffer().slice(offset, Math.max(rows, 1) * columns);
    }

    private static FloatPointer pointerTo(INDArray vector) {
        return (FloatPointer) vector.data().pointer();
    }

    /** Gives the matrix this many rows, of undefined content. */
    Matrix resize(int newRows) {
        int size = Math.multiplyExact(newRows, columns);
        if (size > numbers.capacity()) {
            owner = Nd4j.createUninitialized(DataType.FLOAT, size + size / 4);
            memory = pointerTo(owner);
            numbers = memory.asBuffer();
        }
        rows = newRows;
        return this;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    void read(int row, float[] target) {
        numbers.get(row * columns, target, 0, columns);
    }

    void write(int row, float[] source) {
        numbers.put(row * columns, source, 0, columns);
    }

    /** Reads numbers from a place counted over all rows. */
    void read(int position, float[] target, int offset, int length) {
        numbers.get(position, target, offset, length);
    }

    /** Writes numbers to a place counted over all rows. */
    void write(int position, float[] source, int offset, int length) {
        numbers.put(position, source, offset, length);
    }

    MatrixView all() {
        return new MatrixView(memory, rows, columns, columns, false);
    }

    MatrixView block(int row, int height, int column, int width) {
        return new MatrixView(memory.getPointer((long) row * columns + column), height, width, columns, false);
    }

    /** The numbers from a place on, as a matrix of another shape. */
    MatrixView reshaped(int position, int height, int width) {
        return new MatrixView(memory.getPointer(position), height, width, width, false);
    }
}
