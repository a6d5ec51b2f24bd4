package framing.report;

import framing.evaluation.Estimate;
import framing.evaluation.Interval;
import java.util.Locale;
import java.util.Optional;

/** Numbers as a page shows them. */
final class Figures {
    private Figures() {}

    /** A share in percent: whole, or with one decimal below one percent, so that rare is not written as never. */
    static String percent(double share) {
        double percent = 100 * share;
        boolean rare = percent > 0 && percent < 0.95;
        return String.format(Locale.ROOT, rare ? "%.1f %%" : "%.0f %%", percent);
    }

    /** The ends of an interval in percent; empty where there is none. */
    static String interval(Optional<Interval> interval) {
        return interval.map(ends -> String.format(Locale.ROOT, "%.0f–%.0f", 100 * ends.low(), 100 * ends.high()))
                .orElse("");
    }

    /** A share with its interval, or a dash where it is undefined. */
    static String share(Estimate estimate) {
        if (estimate.value().isEmpty()) {
            return "–";
        }
        String interval = interval(estimate.interval());
        return percent(estimate.value().getAsDouble()) + (interval.isEmpty() ? "" : " (" + interval + ")");
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** "1 article", "2,000 articles". */
    static String count(long number, String singular) {
        return count(number) + " " + singular + (number == 1 ? "" : "s");
    }

    /** A place or a length in a drawing, which needs no more than two decimals. */
    static String place(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
    }
}
