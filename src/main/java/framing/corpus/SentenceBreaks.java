package framing.corpus;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The sentences of one paragraph. Where one may end is proposed by ICU's sentence rules (Unicode Standard Annex 29) and,
 * for what news writes and those rules miss, by a pass over the closing marks; where one does end is judged by what
 * stands on both sides. Every pass is linear in the paragraph. Not for sharing between threads.
 */
final class SentenceBreaks {
    private static final String MARKS = ".?!…";
    private static final String CLOSERS = "\"'”’»›)]}";
    private static final String OPENERS = "\"'“‘«‹„([{¿¡-–—*";
    private static final String BULLETS = "•▪‣●◦■";
    private static final int LONGEST_WORD = 24;
    private static final int LONGEST_TOKEN = 100;
    /** What stands after a full stop within the name of a site or a file. */
    private static final Set<String> DOMAINS = Set.of(("com org net gov edu mil int info co io tv uk us eu js chat"
                    + " pdf doc docx xls xlsx csv jpg jpeg png gif mp3 mp4 html htm php zip txt")
            .split(" "));
    /** A name and a verb of saying, as in: "Why?" Nadia Karam asked. */
    private static final Pattern ATTRIBUTION =
            Pattern.compile("(?:\\p{Lu}[\\p{L}.'’-]*\\s+){1,5}(?:added|adds|asked|asks"
                    + "|cried|declared|demanded|exclaimed|insisted|posted|recalled|replied|said|says|shouted|told|tweeted"
                    + "|warned|wondered|wrote|writes|yelled)\\b");

    private final BreakIterator icu = BreakIterator.getSentenceInstance(Locale.ENGLISH);

    /** The sentences in order, as offsets into the text, without the white space around them. */
    List<Span> in(String text, Span paragraph) {
        String line = onOneLine(paragraph.in(text));
        List<Span> sentences = new ArrayList<>();
        BitSet candidates = candidates(line);
        Cursor cursor = new Cursor(line);
        int start = 0;
        for (int i = candidates.nextSetBit(1); i >= 0; i = candidates.nextSetBit(i + 1)) {
            int end = cursor.withClosers(i);
            if (end > start && end < line.length() && isEnd(line, start, end)) {
                boolean content = cursor.hasContent(start, end);
                if (content || !sentences.isEmpty()) {
                    add(sentences, Span.trimmed(line, start, end), content);
                    start = end;
                }
            }
        }
        add(sentences, Span.trimmed(line, start, line.length()), cursor.hasContent(start, line.length()));
        int offset = paragraph.start();
        return sentences.stream()
                .map(span -> new Span(span.start() + offset, span.end() + offset))
                .toList();
    }

    /** Adds a sentence; marks alone are none, and stay with the sentence before them. */
    private static void add(List<Span> sentences, Span span, boolean content) {
        boolean joins = !content && !sentences.isEmpty();
        int start = joins ? sentences.remove(sentences.size() - 1).start() : span.start();
        sentences.add(new Span(start, span.end()));
    }

    /** The same characters with line ends as spaces, for within a paragraph they mean nothing. */
    private static String onOneLine(String paragraph) {
        StringBuilder line = new StringBuilder(paragraph);
        for (int i = 0; i < line.length(); i++) {
            if (Paragraphs.isLineEnd(line.charAt(i))) {
                line.setCharAt(i, ' ');
            }
        }
        return line.toString();
    }

    private BitSet candidates(String line) {
        BitSet candidates = new BitSet(line.length());
        icu.setText(line);
        for (int i = icu.next(); i != BreakIterator.DONE; i = icu.next()) {
            // Within a word ICU also breaks after opening brackets; only scripts without spaces may end there.
            if (Span.isWhite(line.charAt(i - 1)) || line.charAt(i - 1) >= '\u2E80') {
                candidates.set(i);
            }
        }
        for (int i = 0; i + 1 < line.length(); i++) {
            char next = line.charAt(i + 1);
            if (BULLETS.indexOf(next) >= 0 && Span.isWhite(line.charAt(i))) {
                candidates.set(i + 1);
            } else if (MARKS.indexOf(line.charAt(i)) >= 0 && MARKS.indexOf(next) < 0) {
                int closed = skip(line, i + 1, CLOSERS);
                int space = skipWhite(line, closed);
                if (space > closed) {
                    candidates.set(space);
                } else if (lacksSpace(line, i)) {
                    candidates.set(i + 1);
                }
            }
        }
        return candidates;
    }

    /** Whether a space was forgotten after the mark: a word, the mark, a capital, and no address around them. */
    private static boolean lacksSpace(String line, int mark) {
        int next = skip(line, skip(line, mark + 1, CLOSERS), OPENERS);
        if (mark < 2 || next + 1 >= line.length() || !closesWord(line, mark) || !opensWord(line, next)) {
            return false;
        }
        int wordEnd = next;
        while (wordEnd < line.length() && wordEnd - next < LONGEST_WORD && Character.isLetter(line.charAt(wordEnd))) {
            wordEnd++;
        }
        String word = line.substring(next, wordEnd).toLowerCase(Locale.ROOT);
        return !DOMAINS.contains(word) && !isInAddress(line, mark);
    }

    /** Whether two small letters stand before the mark, two capitals, two digits, or the hour of a clock. */
    private static boolean closesWord(String line, int mark) {
        char last = line.charAt(mark - 1);
        char before = line.charAt(mark - 2);
        boolean word = Character.isLowerCase(last) && Character.isLetter(before);
        boolean letters = Character.isUpperCase(last) && Character.isUpperCase(before);
        boolean number = Character.isDigit(last) && Character.isDigit(before);
        return word || letters || number || (last == 'm' && before == '.');
    }

    /** Whether a capital stands here that begins a word, a name in capitals or one like U.S. */
    private static boolean opensWord(String line, int start) {
        char second = line.charAt(start + 1);
        boolean dotted = second == '.' && start + 2 < line.length() && Character.isUpperCase(line.charAt(start + 2));
        return Character.isUpperCase(line.charAt(start))
                && (Character.isLetter(second) || Span.isWhite(second) || "'’".indexOf(second) >= 0 || dotted);
    }

    /** Whether the characters around the place, up to the next spaces, are those of a web or mail address. */
    private static boolean isInAddress(String line, int place) {
        int start = place;
        while (start > 0 && place - start < LONGEST_TOKEN && !Span.isWhite(line.charAt(start - 1))) {
            start--;
        }
        for (int i = start; i < line.length() && i - place < LONGEST_TOKEN; i++) {
            if (Span.isWhite(line.charAt(i))) {
                return false;
            }
            if ("@/\\_".indexOf(line.charAt(i)) >= 0 || line.startsWith("www.", i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEnd(String line, int start, int end) {
        int next = skipWhite(line, end);
        if (next < line.length() && BULLETS.indexOf(line.charAt(next)) >= 0) {
            return true;
        }
        int letter = skip(line, next, OPENERS);
        boolean goesOn = letter < line.length()
                && (Character.isLowerCase(line.codePointAt(letter)) || ",;:".indexOf(line.charAt(letter)) >= 0);
        return !goesOn
                && isEndAtMark(line, start, Span.trimmed(line, start, end).end(), next);
    }

    /** Whether the mark at the end of the sentence, before closing quotation marks and brackets, does end it. */
    private static boolean isEndAtMark(String line, int start, int end, int next) {
        int closer = end;
        while (closer > start && CLOSERS.indexOf(line.charAt(closer - 1)) >= 0) {
            closer--;
        }
        char mark = closer > start ? line.charAt(closer - 1) : ' ';
        boolean quoted = closer < end && ")]}".indexOf(line.charAt(end - 1)) < 0;
        return switch (mark) {
            case '?', '!' -> !(quoted && isAttribution(line, next));
            case '…' -> !isLoneI(line, next);
            case '.' -> quoted || endsAtFullStop(line, start, closer - 1, next);
            default -> true;
        };
    }

    private static boolean endsAtFullStop(String line, int start, int stop, int next) {
        if (stop > start && line.charAt(stop - 1) == '.') {
            return !isLoneI(line, next);
        }
        int from = stop;
        while (from > start && stop - from < LONGEST_WORD && isOfWord(line.charAt(from - 1))) {
            from--;
        }
        boolean first = Span.trimmed(line, start, from).isEmpty();
        return !Abbreviations.continues(line.substring(from, stop), first, line, next);
    }

    private static boolean isOfWord(char c) {
        return c == '.' || Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    private static boolean isAttribution(String line, int next) {
        return next < line.length()
                && !Abbreviations.opensSentence(line, next)
                && ATTRIBUTION
                        .matcher(line)
                        .region(next, Math.min(line.length(), next + LONGEST_TOKEN))
                        .lookingAt();
    }

    private static boolean isLoneI(String line, int place) {
        return place < line.length()
                && line.charAt(place) == 'I'
                && (place + 1 == line.length() || !Character.isLetterOrDigit(line.charAt(place + 1)));
    }

    private static int skip(String line, int from, String characters) {
        int i = from;
        while (i < line.length() && characters.indexOf(line.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static int skipWhite(String line, int from) {
        int i = from;
        while (i < line.length() && Span.isWhite(line.charAt(i))) {
            i++;
        }
        return i;
    }

    /** What is known of the line up to a place that only moves forward, so that no candidate looks back far. */
    private static final class Cursor {
        private final String line;
        private int counted;
        private boolean quoteOpen;
        private int lastContent = -1;
        private int looked;

        Cursor(String line) {
            this.line = line;
        }

        /** The end moved past closing marks that were set apart from their sentence or written without a space. */
        int withClosers(int end) {
            for (; counted < end; counted++) {
                quoteOpen ^= line.charAt(counted) == '"';
            }
            if (end >= line.length() || CLOSERS.indexOf(line.charAt(end)) < 0) {
                return end;
            }
            int after = skip(line, end, CLOSERS);
            boolean joined = !Span.isWhite(line.charAt(end - 1));
            boolean alone = after == line.length() || Span.isWhite(line.charAt(after));
            boolean opening = line.charAt(end) == '"' && !quoteOpen;
            return !opening && (joined || alone) ? skipWhite(line, after) : end;
        }

        /** Whether there is a letter or digit between the two places: marks alone are no sentence. */
        boolean hasContent(int start, int end) {
            for (; looked < end; looked++) {
                lastContent = Character.isLetterOrDigit(line.codePointAt(looked)) ? looked : lastContent;
            }
            return lastContent >= start;
        }
    }
}
