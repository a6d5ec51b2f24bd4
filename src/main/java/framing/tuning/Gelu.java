package framing.tuning;

/**
 * The Gaussian error linear unit of Hendrycks and Gimpel (2016), exact as in BERT: gelu(u) = u Phi(u), and its slope
 * Phi(u) + u phi(u), with Phi and phi the distribution and the density of the standard normal.
 *
 * <p>Phi(u) = (1 + erf(u / sqrt 2)) / 2, and erf is the quotient of two polynomials, an odd and an even one, that Eigen
 * and XLA use for floats; the absolute error is below 1e-6. Each loop is short, for the compiler vectorises no long ones.
 * Holds room for one row: one thread at a time.
 */
final class Gelu {
    private static final float SQRT_HALF = 0.70710677f;
    private static final float INVERSE_SQRT_TWO_PI = 0.3989423f;

    /** |erf(4)| differs from 1 by less than a float can say. */
    private static final float ERF_IS_ONE = 4;

    private final float[] z;
    private final float[] numerator;
    private final float[] density;

    Gelu(int width) {
        z = new float[width];
        numerator = new float[width];
        density = new float[width];
    }

    /** Replaces a row u by gelu(u) and puts the slope there into another row. */
    void apply(float[] u, float[] slope) {
        normalDistribution(u, slope);
        for (int i = 0; i < density.length; i++) {
            density[i] = 0.5f * u[i] * u[i];
        }
        Exponential.ofNegative(density, density.length);
        for (int i = 0; i < density.length; i++) {
            float x = u[i];
            float distribution = slope[i];
            u[i] = x * distribution;
            slope[i] = distribution + x * density[i] * INVERSE_SQRT_TWO_PI;
        }
    }

    private void normalDistribution(float[] u, float[] phi) {
        for (int i = 0; i < z.length; i++) {
            z[i] = Math.max(-ERF_IS_ONE, Math.min(ERF_IS_ONE, u[i] * SQRT_HALF));
        }
        for (int i = 0; i < z.length; i++) {
            float square = z[i] * z[i];
            float p = -2.7261424e-10f;
            p = p * square + 2.7706815e-8f;
            p = p * square - 2.101024e-6f;
            p = p * square - 5.6925062e-5f;
            p = p * square - 0.00073499064f;
            p = p * square - 0.0029546f;
            p = p * square - 0.016096033f;
            numerator[i] = p * z[i];
        }
        for (int i = 0; i < z.length; i++) {
            float square = z[i] * z[i];
            float q = -1.45660715e-5f;
            q = q * square - 0.00021337405f;
            q = q * square - 0.001682827f;
            q = q * square - 0.0073733293f;
            q = q * square - 0.014264739f;
            phi[i] = 0.5f + 0.5f * numerator[i] / q;
        }
    }
}
