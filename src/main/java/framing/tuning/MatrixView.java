package framing.tuning;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;

/**
 * A rectangle of a matrix, perhaps read as its transpose, as BLAS takes it: one head's columns of the queries of one
 * sentence need no copy. Products go straight to the OpenBLAS that ND4J loaded; {@code Nd4j.gemm} adds 12 to 20
 * microseconds a call, and attention multiplies a thousand small matrices a layer.
 *
 * @param start      the first number of the rectangle
 * @param rows       as stored, before transposing
 * @param columns    as stored, before transposing
 * @param stride     from one stored row to the next
 * @param transposed whether a product reads it as its transpose
 */
record MatrixView(FloatPointer start, int rows, int columns, int stride, boolean transposed) {
    MatrixView {
        if (rows < 0 || columns < 1 || stride < columns) {
            throw new IllegalArgumentException(
                    "no matrix of " + rows + " x " + columns + " has rows that lie " + stride + " apart");
        }
    }

    MatrixView transpose() {
        return new MatrixView(start, rows, columns, stride, !transposed);
    }

    /** This = A B. */
    void setToProduct(MatrixView a, MatrixView b) {
        multiply(1, a, b, 0);
    }

    /** This = alpha A B. */
    void setToProduct(float alpha, MatrixView a, MatrixView b) {
        multiply(alpha, a, b, 0);
    }

    /** This = this + A B. */
    void addProduct(MatrixView a, MatrixView b) {
        multiply(1, a, b, 1);
    }

    private void multiply(float alpha, MatrixView a, MatrixView b, float beta) {
        int inner = a.height() == rows && !transposed ? a.width() : -1;
        if (inner != b.height() || b.width() != columns) {
            throw new IllegalArgumentException("no product " + this + " = " + a + " x " + b);
        }
        cblas_sgemm(
                CblasRowMajor,
                a.transposed ? CblasTrans : CblasNoTrans,
                b.transposed ? CblasTrans : CblasNoTrans,
                rows,
                columns,
                inner,
                alpha,
                a.start,
                a.stride,
                b.start,
                b.stride,
                beta,
                start,
                stride);
    }

    private int height() {
        return transposed ? columns : rows;
    }

    private int width() {
        return transposed ? rows : columns;
    }

    @Override
    public String toString() {
        return "[" + height() + " x " + width() + "]";
    }
}
