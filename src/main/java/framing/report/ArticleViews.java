package framing.report;

import framing.corpus.TableRow;
import framing.report.ArticleView.Piece;
import framing.report.ArticleView.SentenceView;
import framing.report.ArticleView.Stance;
import framing.report.StanceFile.InSentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes articles ready to be shown.
 *
 * @param table the file that they come from
 * @param facets what was coded
 * @param sections the same facets as the page shows them
 * @param stances toward targets, by sentence
 */
record ArticleViews(
        ScoredTable table,
        List<ScoredFacet> facets,
        List<FacetSection> sections,
        Map<StanceFile.Place, List<InSentence>> stances) {
    /** From which probability on a code is named. */
    private static final double NOT_QUITE_IMPROBABLE = 0.005;

    private static final List<String> YES = List.of("yes", "1", "true");

    ArticleView of(SampledArticle article) {
        String day =
                PublicationDate.read(article.date()).map(LocalDate::toString).orElse("");
        return new ArticleView(
                article.id(),
                article.outlet(),
                article.date(),
                day,
                article.rows().stream().map(row -> sentence(article.id(), row)).toList(),
                article.sentences());
    }

    private SentenceView sentence(String article, TableRow row) {
        StanceFile.Place place = new StanceFile.Place(article, table.cell(row, "sentence_index"));
        List<InSentence> here = stances.getOrDefault(place, List.of());
        int first = facets.get(0).code(row);
        return new SentenceView(
                table.cell(row, "role"),
                first == ScoredFacet.NO_CODE
                        ? CodeKey.NONE
                        : sections.get(0).codes().get(first),
                probability(facets.get(0).probability(row)),
                coded(row)
                        .mapToObj(facet -> sections.get(facet).name() + ": " + probabilities(facet, row))
                        .collect(Collectors.joining("; ")),
                coded(row)
                        .filter(facet -> facet > 0 && !facets.get(facet).isNegative(code(facet, row)))
                        .mapToObj(facet -> tag(facet, row))
                        .toList(),
                coded(row).mapToObj(facet -> facet + "-" + code(facet, row)).collect(Collectors.joining(" ")),
                pieces(table.cell(row, "text"), table.number(row, "start"), here),
                here.stream().map(this::stance).toList());
    }

    /** The facets for which the row has a code, by their places. */
    private IntStream coded(TableRow row) {
        return IntStream.range(0, facets.size()).filter(facet -> code(facet, row) != ScoredFacet.NO_CODE);
    }

    private int code(int facet, TableRow row) {
        return facets.get(facet).code(row);
    }

    private String probabilities(int facet, TableRow row) {
        ScoredFacet scored = facets.get(facet);
        return scored.hasDistribution()
                ? scored.distribution(row, sections.get(facet).codes(), NOT_QUITE_IMPROBABLE)
                : probability(scored.probability(row));
    }

    /** Of a facet answered by yes or no the facet's name, of others the code's; with its probability. */
    private String tag(int facet, TableRow row) {
        CodeKey key = sections.get(facet).codes().get(code(facet, row));
        String name = YES.contains(key.id()) ? sections.get(facet).name() : key.name();
        return (name + " " + probability(facets.get(facet).probability(row))).strip();
    }

    private static String probability(OptionalDouble probability) {
        return probability.isPresent() ? Figures.percent(probability.getAsDouble()) : "";
    }

    private Stance stance(InSentence stance) {
        String words = ScoredFacet.words(stance.stance()) + " " + probability(stance.probability());
        String holder = stance.holder().isBlank() ? "" : ", " + CodeKey.nameOf(stance.holder(), sections);
        return new Stance(StanceSection.style(stance.stance()), stance.target(), words.strip() + holder);
    }

    /** Cuts a sentence at the mentions; one that does not stand where its offset says is not marked. */
    private static List<Piece> pieces(String text, int start, List<InSentence> stances) {
        List<InSentence> inOrder = stances.stream()
                .sorted(Comparator.comparingInt(InSentence::start))
                .toList();
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        for (InSentence stance : inOrder) {
            int place = stance.start() - start;
            String mention = stance.mention();
            if (start >= 0 && place >= done && !mention.isEmpty() && text.startsWith(mention, place)) {
                pieces.add(new Piece(text.substring(done, place), false));
                pieces.add(new Piece(mention, true));
                done = place + mention.length();
            }
        }
        pieces.add(new Piece(text.substring(done), false));
        return pieces;
    }
}
