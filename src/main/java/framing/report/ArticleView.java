package framing.report;

import framing.corpus.Role;
import java.util.List;

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
    public ArticleView {
        sentences = List.copyOf(sentences);
    }

    /** How many of its sentences are not shown. */
    public int leftOut() {
        return all - sentences.size();
    }

    /**
     * A sentence as it is shown.
     *
     * @param role headline, subhead, body, caption or boilerplate; empty where not given
     * @param code of the first facet
     * @param probability of that code, in words
     * @param all what is known of each facet's probabilities, in words
     * @param tags the codes of the other facets, where they say something
     * @param filters every code as FACET-CODE, by their places
     * @param text cut where a target is mentioned
     * @param stances toward those targets
     */
    public record SentenceView(
            String role,
            CodeKey code,
            String probability,
            String all,
            List<String> tags,
            String filters,
            List<Piece> text,
            List<Stance> stances) {
        public SentenceView {
            tags = List.copyOf(tags);
            text = List.copyOf(text);
            stances = List.copyOf(stances);
        }

        /** Whether one of the other facets says something about the wording. */
        public boolean isMarked() {
            return !tags.isEmpty();
        }

        /** The names of its style. */
        public String style() {
            String colour = code.equals(CodeKey.NONE) ? "knone" : "k" + code.colour();
            return role.equals(Role.HEADLINE.id()) ? colour + " headline" : colour;
        }
    }

    /**
     * A stance toward a target.
     *
     * @param style the names of its style
     * @param target who or what it is
     * @param words stance, probability and holder
     */
    public record Stance(String style, String target, String words) {}

    /** A piece of a sentence: plain, or the mention of a target. */
    public record Piece(String text, boolean isMention) {}
}
