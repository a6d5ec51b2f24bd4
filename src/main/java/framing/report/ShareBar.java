package framing.report;

import framing.evaluation.Estimate;
import framing.evaluation.Interval;

/**
 * One share as a bar with its interval, in percent of the width of the drawing.
 *
 * @param group what the share is of
 * @param base how many sentences and articles it rests on, in words
 * @param width how long the bar is
 * @param low where the interval begins
 * @param high where it ends; as {@code low} where there is none
 * @param share in words
 * @param interval in words, empty where there is none
 */
public record ShareBar(
        String group, String base, String width, String low, String high, String share, String interval) {

    /** The bar of one code in a group, drawn on a scale that ends at {@code most}. */
    static ShareBar of(Shares shares, int code, double most) {
        Estimate estimate = shares.codes().get(code);
        double value = estimate.value().orElse(0);
        return new ShareBar(
                shares.group(),
                Figures.count(shares.sentences(), "sentence") + " in " + Figures.count(shares.documents(), "article"),
                place(value, most),
                place(estimate.interval().map(Interval::low).orElse(value), most),
                place(estimate.interval().map(Interval::high).orElse(value), most),
                estimate.value().isPresent() ? Figures.percent(value) : "–",
                Figures.interval(estimate.interval()));
    }

    private static String place(double share, double most) {
        return Figures.place(100 * share / most);
    }
}
