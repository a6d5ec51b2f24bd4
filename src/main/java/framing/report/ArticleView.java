package framing.report;

import framing.corpus.Role;
import framing.corpus.TableRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * An article as it is shown.
 *
 * @param id its id in the file
 * @param outlet who published it, empty where not given
 * @param date as the file has it
 * @param day the same as 2025-06-11, empty where it could not be read
 * @param sentences its first ones, or all
 * @param all how many it has
 */
public record ArticleView(String id, String outlet, String date, String day, List<SentenceView> sentences, int all) {
    private static final double NOT_QUITE_IMPROBABLE = 0.005;

    public ArticleView {
        sentences = List.copyOf(sentences);
    }

    /** How many of its sentences are not shown. */
    public int leftOut() {
        return all - sentences.size();
    }

    static ArticleView of(
            SampledArticle article,
            ScoredTable table,
            List<FacetSection> sections,
            List<ScoredFacet> facets,
            Map<StanceFile.Place, List<StanceCounts.InSentence>> stances) {
        List<SentenceView> sentences = new ArrayList<>();
        for (TableRow row : article.rows()) {
            StanceFile.Place place = new StanceFile.Place(article.id(), table.cell(row, "sentence_index"));
            sentences.add(SentenceView.of(row, table, sections, facets, stances.getOrDefault(place, List.of())));
        }
        String day =
                PublicationDate.read(article.date()).map(LocalDate::toString).orElse("");
        return new ArticleView(article.id(), article.outlet(), article.date(), day, sentences, article.sentences());
    }

    /**
     * A sentence as it is shown.
     *
     * @param role headline, subhead, body, caption or boilerplate; empty where not given
     * @param code of the first facet
     * @param colour of that code
     * @param probability of that code, in words
     * @param all what is known of each facet's probabilities, in words
     * @param tags the codes of the other facets, where they say something
     * @param filters every code as FACET-CODE, by their places
     * @param text cut where a target is mentioned
     * @param stances toward those targets
     */
    public record SentenceView(
            String role,
            String code,
            String colour,
            String probability,
            String all,
            List<String> tags,
            String filters,
            List<Piece> text,
            List<Stance> stances) {

        /** Whether one of the other facets says something about the wording. */
        public boolean isMarked() {
            return !tags.isEmpty();
        }

        /** The names of its style. */
        public String style() {
            return "k" + colour + (role.equals(Role.HEADLINE.id()) ? " headline" : "");
        }

        static SentenceView of(
                TableRow row,
                ScoredTable table,
                List<FacetSection> sections,
                List<ScoredFacet> facets,
                List<StanceCounts.InSentence> stances) {
            List<String> all = new ArrayList<>();
            List<String> tags = new ArrayList<>();
            List<String> filters = new ArrayList<>();
            for (int i = 0; i < facets.size(); i++) {
                int code = facets.get(i).code(row);
                if (code != ScoredFacet.NO_CODE) {
                    filters.add(i + "-" + code);
                    all.add(probabilities(sections.get(i), facets.get(i), row));
                    if (i > 0 && !facets.get(i).isNegative(code)) {
                        tags.add(tag(sections.get(i), facets.get(i), code, row));
                    }
                }
            }
            int first = facets.get(0).code(row);
            CodeKey key = first == ScoredFacet.NO_CODE
                    ? new CodeKey("", "no code", -1)
                    : sections.get(0).codes().get(first);
            String text = table.cell(row, "text");
            int start = StanceCounts.InSentence.number(table.cell(row, "start"));
            return new SentenceView(
                    table.cell(row, "role"),
                    key.name(),
                    key.colour() < 0 ? "none" : String.valueOf(key.colour()),
                    probability(facets.get(0), row),
                    String.join("; ", all),
                    tags,
                    String.join(" ", filters),
                    Piece.cut(text, start, stances),
                    stances.stream().map(Stance::of).toList());
        }

        private static String probabilities(FacetSection section, ScoredFacet facet, TableRow row) {
            return section.name() + ": "
                    + (facet.hasDistribution()
                            ? facet.distribution(row, section.codes(), NOT_QUITE_IMPROBABLE)
                            : probability(facet, row));
        }

        /** Of a facet answered by yes or no the facet's name, of others the code's; with its probability. */
        private static String tag(FacetSection section, ScoredFacet facet, int code, TableRow row) {
            CodeKey key = section.codes().get(code);
            boolean yes = List.of("yes", "1", "true").contains(key.id());
            return ((yes ? section.name() : key.name()) + " " + probability(facet, row)).strip();
        }

        private static String probability(ScoredFacet facet, TableRow row) {
            var probability = facet.probability(row);
            return probability.isPresent() ? Figures.percent(probability.getAsDouble()) : "";
        }
    }

    /**
     * A stance toward a target.
     *
     * @param kind the stance as a name for its style
     * @param words target, stance, probability and holder
     */
    public record Stance(String kind, String target, String words) {
        private static final List<String> KINDS = List.of("supportive", "neutral", "critical");

        static Stance of(StanceCounts.InSentence stance) {
            String probability = ScoredFacet.number(stance.probability()).isPresent()
                    ? " " + Figures.percent(Double.parseDouble(stance.probability()))
                    : "";
            String holder = stance.holder().isBlank() ? "" : ", " + ScoredFacet.words(stance.holder());
            return new Stance(
                    KINDS.contains(stance.stance()) ? stance.stance() : "other",
                    stance.target(),
                    stance.stance() + probability + holder);
        }
    }

    /** A piece of a sentence: plain, or the mention of a target. */
    public record Piece(String text, boolean isMention) {
        /** Cuts a sentence at the mentions; one that does not stand where its offset says is not marked. */
        static List<Piece> cut(String text, int start, List<StanceCounts.InSentence> stances) {
            List<Piece> pieces = new ArrayList<>();
            int done = 0;
            for (StanceCounts.InSentence stance : stances.stream()
                    .sorted(Comparator.comparingInt(StanceCounts.InSentence::start))
                    .toList()) {
                int place = stance.start() - start;
                boolean here = start >= 0
                        && place >= done
                        && !stance.mention().isEmpty()
                        && text.startsWith(stance.mention(), place);
                if (here) {
                    pieces.add(new Piece(text.substring(done, place), false));
                    done = place + stance.mention().length();
                    pieces.add(new Piece(text.substring(place, done), true));
                }
            }
            pieces.add(new Piece(text.substring(done), false));
            return pieces;
        }
    }
}
