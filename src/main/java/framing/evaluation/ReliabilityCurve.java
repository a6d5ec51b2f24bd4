package framing.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How often the model is right when it is so sure: the units sorted into bins of equal width by the probability of the
 * predicted label (Guo et al. 2017, On calibration of modern neural networks, ICML).
 *
 * @param bins the bins that hold at least one unit, from the least to the most confident
 */
public record ReliabilityCurve(List<Bin> bins) {
    /** The number of bins that span zero to one. */
    public static final int BINS = 15;

    public ReliabilityCurve {
        bins = List.copyOf(bins);
    }

    /**
     * The units whose confidence lies above {@code low} and not above {@code high}.
     *
     * @param low where the bin begins
     * @param high where it ends
     * @param units how many units it holds, at least one
     * @param confidence their mean probability of the predicted label
     * @param accuracy the share of them whose predicted label is right
     */
    public record Bin(double low, double high, int units, double confidence, double accuracy) {
        public Bin {
            if (units < 1) {
                throw new IllegalArgumentException("A bin must hold at least one unit, but held " + units);
            }
        }
    }

    /** The curve of these outcomes in {@value #BINS} bins; it has no bins when there are no outcomes. */
    public static ReliabilityCurve of(List<Outcome> outcomes) {
        int[] units = new int[BINS];
        int[] right = new int[BINS];
        double[] confidence = new double[BINS];
        for (Outcome outcome : outcomes) {
            int bin = Math.max(0, (int) Math.ceil(outcome.confidence() * BINS) - 1);
            units[bin]++;
            right[bin] += outcome.predictedLabel() == outcome.actual() ? 1 : 0;
            confidence[bin] += outcome.confidence();
        }
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            if (units[i] > 0) {
                bins.add(new Bin(
                        (double) i / BINS,
                        (i + 1.0) / BINS,
                        units[i],
                        confidence[i] / units[i],
                        (double) right[i] / units[i]));
            }
        }
        return new ReliabilityCurve(bins);
    }

    /**
     * Expected calibration error: the sum over bins b of (n_b / n) |accuracy_b - confidence_b|, zero when the model is
     * right as often as it says (Guo et al. 2017, equation 3). Empty when there are no units.
     */
    public OptionalDouble expectedCalibrationError() {
        int units = bins.stream().mapToInt(Bin::units).sum();
        double gaps = bins.stream()
                .mapToDouble(bin -> bin.units() * Math.abs(bin.accuracy() - bin.confidence()))
                .sum();
        return units == 0 ? OptionalDouble.empty() : OptionalDouble.of(gaps / units);
    }
}
