package framing.encoder;

import java.util.List;

/**
 * A sentence and stretches of it, each of which gets a vector of its own beside the sentence's.
 *
 * @param text the sentence
 * @param marks the stretches, in any order; they may overlap
 */
public record MarkedSentence(String text, List<Mark> marks) {
    public MarkedSentence {
        marks = List.copyOf(marks);
        for (Mark mark : marks) {
            if (mark.end() > text.length()) {
                throw new IllegalArgumentException("a mark must lie in the sentence of " + text.length()
                        + " characters, but was " + mark.start() + " to " + mark.end());
            }
        }
    }

    /** A sentence without marks. */
    public static MarkedSentence plain(String text) {
        return new MarkedSentence(text, List.of());
    }

    /**
     * A stretch of a sentence.
     *
     * @param start offset of its first character
     * @param end offset after its last
     */
    public record Mark(int start, int end) {
        public Mark {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("a mark must hold a character, but was " + start + " to " + end);
            }
        }
    }
}
