package framing.tuning;

/**
 * Sums over a row. Java must add floats in the order written, one every four cycles, so a sum is kept in four parts that
 * the processor adds at the same time.
 */
final class Sums {
    private Sums() {}

    static float sum(float[] a, int from, int length) {
        int end = from + length;
        int i = from;
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        for (; i + 4 <= end; i += 4) {
            first += a[i];
            second += a[i + 1];
            third += a[i + 2];
            fourth += a[i + 3];
        }
        for (; i < end; i++) {
            first += a[i];
        }
        return (first + second) + (third + fourth);
    }

    /** The dot product of two rows that lie at the same place of two arrays. */
    static float dot(float[] a, float[] b, int from, int length) {
        int end = from + length;
        int i = from;
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        for (; i + 4 <= end; i += 4) {
            first += a[i] * b[i];
            second += a[i + 1] * b[i + 1];
            third += a[i + 2] * b[i + 2];
            fourth += a[i + 3] * b[i + 3];
        }
        for (; i < end; i++) {
            first += a[i] * b[i];
        }
        return (first + second) + (third + fourth);
    }
}
