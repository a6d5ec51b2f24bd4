package framing.report;

import java.util.List;
import java.util.Optional;

/**
 * The page about a scored file, ready to be written.
 *
 * @param title the file's name
 * @param overview what the file holds, in a sentence
 * @param notices what a reader must know before anything else
 * @param leftOut parts that are not there, and why
 * @param facets the shares
 * @param outletsKnown whether the file says who published an article
 * @param stances who takes which stance toward whom, where that was scored
 * @param shown the articles that are shown
 * @param doubts the least certain sentences of each facet
 * @param origin how the page came about
 */
public record ScoringPage(
        String title,
        String overview,
        List<String> notices,
        List<String> leftOut,
        List<FacetSection> facets,
        boolean outletsKnown,
        Optional<StanceSection> stances,
        Shown shown,
        List<Doubts> doubts,
        Origin origin) {
    public ScoringPage {
        notices = List.copyOf(notices);
        leftOut = List.copyOf(leftOut);
        facets = List.copyOf(facets);
        doubts = List.copyOf(doubts);
    }

    /** Whether any article has a date that could be read. */
    public boolean isDated() {
        return facets.stream().anyMatch(facet -> !facet.periods().isEmpty());
    }

    /**
     * The articles that are shown.
     *
     * @param articles those; none where the file holds no text
     * @param sampling which ones they are, in a sentence
     * @param outlets theirs, for the filter
     */
    public record Shown(List<ArticleView> articles, String sampling, List<String> outlets) {}

    /**
     * The sentences about whose code of a facet the model was least certain.
     *
     * @param facet its name
     * @param sentences the least certain first
     */
    public record Doubts(String facet, List<Doubt> sentences) {}

    /**
     * One of them.
     *
     * @param article the id of its article
     * @param text the sentence
     * @param codes the probable codes, in words
     */
    public record Doubt(String article, String text, String codes) {}

    /**
     * How the page came about.
     *
     * @param facts name and value
     * @param codebook what the codes mean, where it is known
     */
    public record Origin(List<Fact> facts, List<Meaning> codebook) {}

    /** A fact and its name. */
    public record Fact(String name, String value) {}

    /**
     * What a code means.
     *
     * @param facet its facet
     * @param code its name in files
     * @param name its name for people
     * @param definition when it is given
     */
    public record Meaning(String facet, String code, String name, String definition) {}
}
