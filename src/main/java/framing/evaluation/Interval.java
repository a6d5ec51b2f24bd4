package framing.evaluation;

import java.util.Arrays;

/**
 * A confidence interval of 95 percent.
 *
 * @param low its lower end
 * @param high its upper end, not below {@code low}
 */
public record Interval(double low, double high) {
    /** The share of resampled values an interval covers. */
    public static final double LEVEL = 0.95;

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "An interval must run from low to high, but ran from " + low + " to " + high);
        }
    }

    /**
     * The percentile interval of a bootstrap: the 2.5th and the 97.5th percentile of the resampled values, linear between
     * neighbouring values as numpy's default has it (Efron and Tibshirani 1993, An Introduction to the Bootstrap, ch. 13).
     *
     * @param values at least one, none of them NaN, in any order
     */
    static Interval covering(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Interval(quantile(sorted, (1 - LEVEL) / 2), quantile(sorted, (1 + LEVEL) / 2));
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
