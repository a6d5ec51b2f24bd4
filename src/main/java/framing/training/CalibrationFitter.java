package framing.training;

import framing.classifier.Calibration;
import java.util.List;

/**
 * Fits the temperature that makes held-out units least surprising: the T that minimises their mean log loss. It is kept
 * between 0.5 and 20, for a few hundred units without a mistake would ask for certainty.
 */
final class CalibrationFitter {
    private static final double COLDEST = Math.log(0.5);
    private static final double HOTTEST = Math.log(20);
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private CalibrationFitter() {}

    /**
     * The calibration for these logits, by golden-section search over log T; none when there are no units.
     *
     * @param logits of held-out units
     * @param labels the place of the label that each was given
     */
    static Calibration fit(List<double[]> logits, int[] labels) {
        if (logits.isEmpty()) {
            return Calibration.NONE;
        }
        double low = COLDEST;
        double high = HOTTEST;
        while (high - low > 1e-4) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (loss(logits, labels, Math.exp(left)) < loss(logits, labels, Math.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return new Calibration(Math.exp((low + high) / 2));
    }

    private static double loss(List<double[]> logits, int[] labels, double temperature) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double[] z = logits.get(i);
            double largest = Double.NEGATIVE_INFINITY;
            for (double value : z) {
                largest = Math.max(largest, value);
            }
            double total = 0;
            for (double value : z) {
                total += Math.exp((value - largest) / temperature);
            }
            sum += Math.log(total) - (z[labels[i]] - largest) / temperature;
        }
        return sum / labels.length;
    }
}
