package framing.corpus;

/**
 * One unit of an article: a sentence, a headline, a subhead, a caption line.
 *
 * @param documentId the article's id
 * @param index the unit's place in the article, counted from 0 (the headline, where there is one)
 * @param role the part it plays
 * @param start offset of its first character in the article's text (in the title, for a headline from the title)
 * @param end offset after its last character
 * @param text the characters between them
 */
public record Sentence(String documentId, int index, Role role, int start, int end, String text) {
    public Sentence {
        if (index < 0 || start < 0 || end < start) {
            throw new IllegalArgumentException(
                    "index and offsets must be ordered, but were index " + index + ", " + start + " to " + end);
        }
    }
}
