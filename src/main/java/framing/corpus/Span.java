package framing.corpus;

/**
 * A stretch of a text.
 *
 * @param start offset of its first character
 * @param end offset after its last
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("A span must be ordered, but was " + start + " to " + end);
        }
    }

    /** The stretch without the white space around it; empty when there is nothing else. */
    static Span trimmed(CharSequence text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isWhite(text.charAt(from))) {
            from++;
        }
        while (to > from && isWhite(text.charAt(to - 1))) {
            to--;
        }
        return new Span(from, to);
    }

    /** White space of any kind, with the no-break spaces that Java does not count. */
    static boolean isWhite(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    boolean isEmpty() {
        return start == end;
    }

    int length() {
        return end - start;
    }

    /** The characters of the stretch. */
    public String in(String text) {
        return text.substring(start, end);
    }
}
