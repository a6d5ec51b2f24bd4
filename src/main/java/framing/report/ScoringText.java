package framing.report;

import framing.scoring.ScoringSummary;
import framing.scoring.TargetShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The totals of a scoring run as plain tables. */
public final class ScoringText {
    private static final int MOST_SHOWN = 12;

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
        shares(summary).forEach((facet, table) -> text.append(table));
        return text.toString();
    }

    /** For each facet per target the shares of its codes, of those who speak of a target most. */
    private static Map<String, TextTable> shares(ScoringSummary summary) {
        Map<String, TextTable> tables = new LinkedHashMap<>();
        Map<List<String>, List<TargetShare>> cells = new LinkedHashMap<>();
        summary.targets()
                .forEach(share -> cells.computeIfAbsent(
                                List.of(share.facet(), share.target(), share.holder()), cell -> new ArrayList<>())
                        .add(share));
        cells.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> -mentions(entry.getValue())))
                .limit(MOST_SHOWN)
                .forEach(entry -> row(tables, entry.getKey(), entry.getValue()));
        return tables;
    }

    private static void row(Map<String, TextTable> tables, List<String> cell, List<TargetShare> shares) {
        TextTable table = tables.computeIfAbsent(cell.get(0), facet -> new TextTable(header(facet, shares)));
        List<String> cells = new ArrayList<>(List.of(
                cell.get(1) + (cell.get(2).isEmpty() ? "" : ", " + cell.get(2)),
                String.format(Locale.ROOT, "%,d", mentions(shares))));
        shares.forEach(
                share -> cells.add(String.format(Locale.ROOT, "%.0f %%", 100 * share.share()) + interval(share)));
        table.row(cells);
    }

    private static String interval(TargetShare share) {
        return share.low() == null || share.high() == null
                ? ""
                : String.format(Locale.ROOT, " (%.0f to %.0f)", 100 * share.low(), 100 * share.high());
    }

    private static List<String> header(String facet, List<TargetShare> shares) {
        List<String> header = new ArrayList<>(List.of(
                facet + " by target and holder (model's labels, not corrected; the most frequent " + MOST_SHOWN + ")",
                "sentences"));
        shares.forEach(share -> header.add(share.code() + " (95 %)"));
        return header;
    }

    private static long mentions(List<TargetShare> shares) {
        return shares.stream().mapToLong(TargetShare::count).sum();
    }
}
