package framing.codebook;

import framing.corpus.Span;
import framing.corpus.TableRow;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The target that a row of annotations names: by its words, as they stand in the text, or by offsets in it. */
final class TargetInText {
    static final String TARGET = "target";
    static final String START = "target_start";
    static final String END = "target_end";

    private TargetInText() {}

    static boolean isNamed(TableRow row) {
        return row.get(TARGET) != null || row.get(START) != null || row.get(END) != null;
    }

    /**
     * Where the target stands: at the offsets, if the row has them, else where its words first stand as whole words, else
     * where they first stand at all; case counts only where it finds something.
     *
     * @throws UnusableRow when it is not in the text
     */
    static Span find(TableRow row, String text) {
        if (row.get(START) != null || row.get(END) != null) {
            return at(row, text);
        }
        String words = String.valueOf(row.get(TARGET)).strip();
        String quoted = Pattern.quote(words);
        String whole = "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])";
        for (String pattern : new String[] {whole, "(?iu)" + whole, quoted, "(?iu)" + quoted}) {
            Matcher matcher = Pattern.compile(pattern).matcher(text);
            if (matcher.find()) {
                return new Span(matcher.start(), matcher.end());
            }
        }
        throw new UnusableRow("the target \"" + words + "\" is not in the text");
    }

    private static Span at(TableRow row, String text) {
        int start = offset(row, START);
        int end = offset(row, END);
        if (start >= end || end > text.length()) {
            throw new UnusableRow("the target's offsets " + start + " to " + end + " are not within the text's "
                    + text.length() + " characters");
        }
        return new Span(start, end);
    }

    private static int offset(TableRow row, String column) {
        String cell = row.get(column);
        int offset = cell == null ? -1 : AnnotationPlaces.wholeNumber(cell);
        if (offset < 0) {
            throw new UnusableRow("the target's offsets need whole numbers from 0 in " + START + " and " + END);
        }
        return offset;
    }
}
