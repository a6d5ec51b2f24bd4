package framing.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GeluTest {
    private static final int POINTS = 4001;

    @Test
    void gelu_and_its_slope_are_exact_to_a_millionth() {
        float[] u = new float[POINTS];
        for (int i = 0; i < POINTS; i++) {
            u[i] = (i - POINTS / 2) / 200f;
        }
        float[] gelu = u.clone();
        float[] slope = new float[POINTS];
        new Gelu(POINTS).apply(gelu, slope);

        for (int i = 0; i < POINTS; i++) {
            double x = u[i];
            double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
            double distribution = distribution(x);
            assertThat((double) gelu[i]).isCloseTo(x * distribution, within(1e-6 * Math.max(1, Math.abs(x))));
            assertThat((double) slope[i]).isCloseTo(distribution + x * density, within(2e-6));
        }
    }

    @Test
    void very_large_numbers_stay_and_very_small_ones_vanish() {
        float[] u = {1e6f, -1e6f, 0};
        float[] slope = new float[3];
        new Gelu(3).apply(u, slope);

        assertThat(u[0]).isEqualTo(1e6f);
        assertThat(u[1]).isCloseTo(0, within(0.1f));
        assertThat(u[2]).isZero();
        assertThat(slope).containsExactly(new float[] {1, 0, 0.5f}, within(1e-6f));
    }

    @Test
    void the_exponential_is_exact_to_two_millionths_of_itself() {
        float[] t = new float[POINTS];
        for (int i = 0; i < POINTS; i++) {
            t[i] = 16f * i / (POINTS - 1);
        }
        float[] e = t.clone();
        Exponential.ofNegative(e, POINTS);

        for (int i = 0; i < POINTS; i++) {
            double exact = Math.exp(-t[i]);
            assertThat((double) e[i]).isCloseTo(exact, within(2e-6 * exact + 1e-10));
        }
    }

    @Test
    void the_exponential_of_a_huge_number_is_nearly_zero() {
        float[] t = {0, 1000, Float.POSITIVE_INFINITY};
        Exponential.ofNegative(t, 3);

        assertThat(t).containsExactly(new float[] {1, 0, 0}, within(1e-13f));
    }

    /** Phi by its series, Marsaglia (2004): 1/2 + phi(x) (x + x^3/3 + x^5/(3*5) + ...). */
    private static double distribution(double x) {
        double term = x;
        double sum = x;
        for (int i = 3; Math.abs(term) > 1e-17; i += 2) {
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
