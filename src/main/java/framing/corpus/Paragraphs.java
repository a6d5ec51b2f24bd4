package framing.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * The paragraphs of a text. A blank line always ends one. A single line end does so too, with two exceptions: where the
 * text looks hard-wrapped, that is where most lines end because the next word would not have fitted and many of them in
 * mid-sentence, and where a long line has no closing punctuation and the next begins in lower case. A bullet always
 * begins a paragraph.
 */
final class Paragraphs {
    /** Narrower lines are verses, items or cells. */
    private static final int NARROWEST = 40;
    /** Beyond this, lines are paragraphs and not the output of a program that wraps. */
    private static final int WIDEST = 120;
    /** Shorter lines are items of a list or a menu, which do not go on in the next. */
    private static final int SHORTEST_TO_CONTINUE = 30;

    private static final String CLOSING = ".?!:;…\"”’)]»";
    private static final String BULLETS = "•▪‣●◦■*·-–—";

    private final String text;
    private final List<Line> lines;
    private final int width;
    private final boolean hardWrapped;

    private Paragraphs(String text) {
        this.text = text;
        this.lines = lines(text);
        this.width = width();
        this.hardWrapped = looksHardWrapped();
    }

    private record Line(Span span, boolean afterBlank) {}

    /** The paragraphs in order, without the white space around them. All other characters are in one of them. */
    static List<Span> of(String text) {
        return new Paragraphs(text).join();
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        boolean afterBlank = true;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && !isLineEnd(text.charAt(i))) {
                continue;
            }
            Span span = Span.trimmed(text, start, i);
            if (!span.isEmpty()) {
                lines.add(new Line(span, afterBlank));
            }
            afterBlank = span.isEmpty();
            boolean pair = i + 1 < text.length() && text.charAt(i) == '\r' && text.charAt(i + 1) == '\n';
            i += pair ? 1 : 0;
            start = i + 1;
        }
        return lines;
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\f' || c == '\u000B' || c == '\u2028' || c == '\u2029';
    }

    private List<Span> join() {
        List<Span> paragraphs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Span span = lines.get(i).span;
            if (i > 0 && continuesParagraph(i)) {
                int last = paragraphs.size() - 1;
                paragraphs.set(last, new Span(paragraphs.get(last).start(), span.end()));
            } else {
                paragraphs.add(span);
            }
        }
        return paragraphs;
    }

    private boolean continuesParagraph(int i) {
        if (lines.get(i).afterBlank || isBullet(lines.get(i).span)) {
            return false;
        }
        boolean sentenceGoesOn = lines.get(i - 1).span.length() >= SHORTEST_TO_CONTINUE
                && endsOpen(i - 1)
                && Character.isLowerCase(text.codePointAt(lines.get(i).span.start()));
        return sentenceGoesOn || (hardWrapped && fillsWidth(i - 1));
    }

    /** The length of the longest line that has a neighbour: a headline that stands alone may well be longer. */
    private int width() {
        int longest = 0;
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).afterBlank) {
                longest = Math.max(
                        longest,
                        Math.max(
                                lines.get(i - 1).span.length(),
                                lines.get(i).span.length()));
            }
        }
        return longest;
    }

    private boolean looksHardWrapped() {
        int pairs = 0;
        int filled = 0;
        int open = 0;
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).afterBlank) {
                pairs++;
                filled += fillsWidth(i - 1) ? 1 : 0;
                open += endsOpen(i - 1) ? 1 : 0;
            }
        }
        return width >= NARROWEST && width <= WIDEST && pairs >= 2 && filled * 10 >= pairs * 8 && open * 2 >= pairs;
    }

    /** Whether the first word of the next line would have made this line longer than the longest. */
    private boolean fillsWidth(int i) {
        Span next = lines.get(i + 1).span;
        int word = next.start();
        while (word < next.end() && word - next.start() <= WIDEST && !Span.isWhite(text.charAt(word))) {
            word++;
        }
        return lines.get(i).span.length() + 1 + word - next.start() > width;
    }

    private boolean endsOpen(int i) {
        return CLOSING.indexOf(text.charAt(lines.get(i).span.end() - 1)) < 0;
    }

    private boolean isBullet(Span line) {
        return line.length() > 1
                && BULLETS.indexOf(text.charAt(line.start())) >= 0
                && Span.isWhite(text.charAt(line.start() + 1));
    }
}
