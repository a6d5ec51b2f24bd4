package framing.report;

import framing.evaluation.ReliabilityCurve;
import java.util.List;

/**
 * A bin of the reliability curve, in a drawing {@value #SIDE} high and wide.
 *
 * @param x the mean probability
 * @param y how often the model is right
 * @param radius larger for more units
 * @param range from which to which probability, in words
 * @param confidence the mean probability, in words
 * @param accuracy how often right, in words
 * @param units how many
 */
public record ReliabilityDot(
        String x, String y, String radius, String range, String confidence, String accuracy, String units) {
    public static final int SIDE = 260;
    public static final int LOW = 34;
    public static final int HIGH = 250;
    private static final double SMALLEST = 2.5;
    private static final double GROWTH = 9;

    static List<ReliabilityDot> of(ReliabilityCurve curve) {
        int most = curve.bins().stream()
                .mapToInt(ReliabilityCurve.Bin::units)
                .max()
                .orElse(1);
        return curve.bins().stream()
                .map(bin -> new ReliabilityDot(
                        Figures.place(LOW + (HIGH - LOW) * bin.confidence()),
                        Figures.place(HIGH - (HIGH - LOW) * bin.accuracy() - (HIGH + LOW - SIDE)),
                        Figures.place(SMALLEST + GROWTH * Math.sqrt((double) bin.units() / most)),
                        Figures.percent(bin.low()) + " to " + Figures.percent(bin.high()),
                        Figures.percent(bin.confidence()),
                        Figures.percent(bin.accuracy()),
                        Figures.count(bin.units())))
                .toList();
    }
}
