package framing.report;

import framing.evaluation.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who takes which stance toward whom.
 *
 * @param facet what was asked about the targets: "stance"
 * @param stances the columns
 * @param targets the most mentioned first
 * @param leftOut how many targets are not shown
 */
public record StanceSection(String facet, List<Column> stances, List<Target> targets, int leftOut) {
    private static final int MOST_TARGETS = 15;
    private static final int MOST_HOLDERS = 10;
    private static final List<String> SENSES = List.of("supportive", "neutral", "critical");

    public StanceSection {
        stances = List.copyOf(stances);
        targets = List.copyOf(targets);
    }

    /**
     * A stance.
     *
     * @param name its name for people
     * @param style the names of its style
     */
    public record Column(String name, String style) {}

    /**
     * A target.
     *
     * @param name who or what it is
     * @param rows all holders together, then each
     */
    public record Target(String name, List<Row> rows) {}

    /**
     * The stances of one holder toward a target.
     *
     * @param holder who takes them
     * @param mentions how many sentences mention the target so
     * @param cells one for each stance
     */
    public record Row(String holder, String mentions, List<Cell> cells) {}

    /**
     * A share of a holder's stances.
     *
     * @param start where its part of the bar begins, in percent
     * @param width how wide it is
     * @param share with its interval, in words
     */
    public record Cell(String start, String width, String share) {}

    static StanceSection of(StanceCounts counts, List<FacetSection> sections, long seed) {
        List<String> stances = counts.facet().codes();
        List<Target> targets = counts.targets().entrySet().stream()
                .sorted(Comparator.comparingLong(
                        entry -> -mentions(entry.getValue().all())))
                .limit(MOST_TARGETS)
                .map(entry -> target(entry.getKey(), entry.getValue(), sections, stances.size(), seed))
                .toList();
        return new StanceSection(
                ScoredFacet.words(counts.facet().name()),
                stances.stream()
                        .map(stance -> new Column(ScoredFacet.words(stance), style(stance)))
                        .toList(),
                targets,
                counts.targets().size() - targets.size());
    }

    /** The style of a stance: its own where the name tells its sense, otherwise a plain one. */
    static String style(String stance) {
        return SENSES.contains(stance) ? "t-" + stance : "t-other";
    }

    private static long mentions(List<int[]> documents) {
        return documents.stream().mapToLong(row -> IntStream.of(row).sum()).sum();
    }

    private static Target target(
            String name, StanceCounts.OfTarget counts, List<FacetSection> sections, int stances, long seed) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("all holders", counts.all(), stances, seed));
        counts.byHolder().entrySet().stream()
                .filter(entry -> !entry.getKey().isBlank())
                .sorted(Comparator.comparingLong(entry -> -mentions(entry.getValue())))
                .limit(MOST_HOLDERS)
                .forEach(entry ->
                        rows.add(row(CodeKey.nameOf(entry.getKey(), sections), entry.getValue(), stances, seed)));
        return new Target(name, rows);
    }

    private static Row row(String holder, List<int[]> documents, int stances, long seed) {
        Shares shares = Shares.of(holder, documents, counts -> counts, stances, seed);
        List<Cell> cells = new ArrayList<>();
        double start = 0;
        for (Estimate share : shares.codes()) {
            double width = 100 * share.value().orElse(0);
            cells.add(new Cell(Figures.place(start), Figures.place(width), Figures.share(share)));
            start += width;
        }
        return new Row(holder, Figures.count(shares.sentences()), cells);
    }
}
