package framing.report;

import framing.codebook.Facet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One facet's shares.
 *
 * @param name the facet's
 * @param question what the codebook asks, where it is known
 * @param codes all of its codes
 * @param complement of a facet of two codes, the one that is not drawn because it is the rest; otherwise empty
 * @param outlets the shares in all articles and by outlet
 * @param outletFigures the same as a table
 * @param scale what the periods are: "month"
 * @param periods the shares over time; empty where no article has a date
 * @param periodFigures the same as a table
 */
public record FacetSection(
        String name,
        String question,
        List<CodeKey> codes,
        String complement,
        List<SharePanel> outlets,
        List<FigureRow> outletFigures,
        String scale,
        List<TimePanel> periods,
        List<FigureRow> periodFigures) {
    /** More are more than a reader compares; the rest are shown together. */
    private static final int MOST_OUTLETS = 20;

    public FacetSection {
        codes = List.copyOf(codes);
        outlets = List.copyOf(outlets);
        periods = List.copyOf(periods);
        outletFigures = List.copyOf(outletFigures);
        periodFigures = List.copyOf(periodFigures);
    }

    /**
     * The figures of an outlet or a period.
     *
     * @param group which
     * @param base how many sentences and articles it has
     * @param shares of each code that is drawn, in words
     */
    public record FigureRow(String group, String base, List<String> shares) {
        private static FigureRow of(Shares shares, List<Integer> codes) {
            return new FigureRow(
                    shares.group(),
                    Figures.count(shares.sentences(), "sentence") + " in "
                            + Figures.count(shares.documents(), "article"),
                    codes.stream()
                            .map(code -> Figures.share(shares.codes().get(code)))
                            .toList());
        }
    }

    static FacetSection of(ScoredCorpus corpus, int facet, Optional<Facet> meaning, boolean byOutlet, long seed) {
        ScoredFacet scored = corpus.facets().get(facet);
        List<CodeKey> codes = CodeKey.of(scored, meaning);
        List<Integer> drawn = drawn(scored);
        Grouping grouping = new Grouping(corpus, facet, codes.size(), seed);
        List<Shares> outlets = new ArrayList<>(List.of(grouping.all()));
        if (byOutlet) {
            outlets.addAll(grouping.outlets());
        }
        TimeScale scale = corpus.span()
                .map(days -> TimeScale.of(days.get(0), days.get(1)))
                .orElse(TimeScale.DAY);
        List<Shares> periods = grouping.periods(scale);
        double most = SharePanel.scaleEnd(drawn, periods);
        return new FacetSection(
                ScoredFacet.words(scored.name()),
                meaning.map(Facet::question).orElse(""),
                codes,
                codes.size() == 2 ? codes.get(1 - drawn.get(0)).name() : "",
                SharePanel.of(codes, drawn, outlets),
                outlets.stream().map(outlet -> FigureRow.of(outlet, drawn)).toList(),
                scale.toString(),
                periods.isEmpty()
                        ? List.of()
                        : drawn.stream()
                                .map(code -> TimePanel.of(codes.get(code), code, periods, most))
                                .toList(),
                periods.stream().map(period -> FigureRow.of(period, drawn)).toList());
    }

    /** The codes that are drawn: of two the one that says something. */
    private static List<Integer> drawn(ScoredFacet facet) {
        int codes = facet.codes().size();
        return codes == 2
                ? List.of(facet.isNegative(1) ? 0 : 1)
                : IntStream.range(0, codes).boxed().toList();
    }

    /** The codes that are drawn. */
    public List<CodeKey> drawn() {
        return outlets.stream().map(SharePanel::code).toList();
    }

    /** The articles of a corpus, put together in several ways. */
    private record Grouping(ScoredCorpus corpus, int facet, int codes, long seed) {
        Shares all() {
            return shares("All articles", corpus.documents());
        }

        private Shares shares(String group, List<DocumentTally> documents) {
            return Shares.of(group, documents, facet, codes, seed);
        }

        /** The outlets with the most sentences, then the others together. */
        List<Shares> outlets() {
            Map<Integer, List<DocumentTally>> byOutlet =
                    corpus.documents().stream().collect(Collectors.groupingBy(DocumentTally::outlet));
            List<Integer> largest = byOutlet.keySet().stream()
                    .sorted(Comparator.comparingLong(
                                    (Integer outlet) -> -sentences(byOutlet.getOrDefault(outlet, List.of())))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
            int shown = largest.size() > MOST_OUTLETS ? MOST_OUTLETS - 1 : largest.size();
            List<Shares> shares = new ArrayList<>();
            for (int outlet : largest.subList(0, shown)) {
                shares.add(shares(name(outlet), byOutlet.getOrDefault(outlet, List.of())));
            }
            if (shown < largest.size()) {
                List<DocumentTally> others = largest.subList(shown, largest.size()).stream()
                        .flatMap(outlet -> byOutlet.getOrDefault(outlet, List.of()).stream())
                        .toList();
                shares.add(shares("The " + (largest.size() - shown) + " other outlets", others));
            }
            return shares;
        }

        private long sentences(List<DocumentTally> documents) {
            return documents.stream().mapToLong(tally -> tally.coded(facet)).sum();
        }

        private String name(int outlet) {
            String name = corpus.outlets().get(outlet);
            return name.isEmpty() ? "No outlet given" : name;
        }

        /** Every period from the first to the last day, also those without an article. */
        List<Shares> periods(TimeScale scale) {
            TreeMap<LocalDate, List<DocumentTally>> byPeriod = corpus.documents().stream()
                    .filter(DocumentTally::isDated)
                    .collect(Collectors.groupingBy(
                            tally -> scale.startOf(LocalDate.ofEpochDay(tally.day())),
                            TreeMap::new,
                            Collectors.toList()));
            List<Shares> periods = new ArrayList<>();
            if (!byPeriod.isEmpty()) {
                for (LocalDate start = byPeriod.firstKey();
                        !start.isAfter(byPeriod.lastKey());
                        start = scale.next(start)) {
                    periods.add(shares(scale.name(start), byPeriod.getOrDefault(start, List.of())));
                }
            }
            return periods;
        }
    }
}
