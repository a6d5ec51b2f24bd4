package framing.report;

import framing.scoring.ScoringSummary;
import java.util.Locale;

/** The totals of a scoring run as plain tables. */
public final class ScoringText {
    private ScoringText() {}

    /** Counts, speed, and for each facet the share of each code: raw counts of a model's labels, and named so. */
    public static String of(ScoringSummary summary) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d sentences in %,d articles, %,d rows rejected, %.1f s, %,.0f sentences/s\n",
                summary.sentences(),
                summary.articles(),
                summary.rejected(),
                summary.seconds(),
                summary.sentences() / Math.max(summary.seconds(), 1e-3)));
        summary.counts().forEach((facet, labels) -> {
            TextTable table = new TextTable(facet + " (model's labels, not corrected)", "sentences", "share");
            labels.forEach((label, count) -> table.row(
                    label,
                    String.format(Locale.ROOT, "%,d", count),
                    String.format(Locale.ROOT, "%.1f %%", 100.0 * count / Math.max(1, summary.sentences()))));
            text.append(table);
        });
        return text.toString();
    }
}
