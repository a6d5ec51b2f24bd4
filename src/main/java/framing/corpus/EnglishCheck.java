package framing.corpus;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a text is likely English, by the share of its words that are frequent English function words and not
 * frequent in the languages English is confused with. In English news they make up a quarter to a third of all words; in
 * other languages, hardly any.
 */
public final class EnglishCheck {
    private static final double LEAST_SHARE = 0.10;
    /** A text of fewer words is too short to be judged. */
    private static final int FEWEST_WORDS = 8;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Set<String> FREQUENT = Set.of(
            ("the of and to that is for with by it from at were which has have had been this they said who would their his"
                            + " after but not are be will its she her he we you could about there when into more than")
                    .split(" "));

    private EnglishCheck() {}

    /** Whether the text, best of several hundred characters, is likely English; true where there is too little of it. */
    public static boolean isLikelyEnglish(String text) {
        int words = 0;
        int frequent = 0;
        int letters = 0;
        int latin = 0;
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words++;
            letters += matcher.end() - matcher.start();
            boolean isLatin =
                    Character.UnicodeScript.of(text.codePointAt(matcher.start())) == Character.UnicodeScript.LATIN;
            latin += isLatin ? matcher.end() - matcher.start() : 0;
            frequent += FREQUENT.contains(matcher.group().toLowerCase(Locale.ROOT)) ? 1 : 0;
        }
        boolean otherScript = latin * 2 < letters;
        return !otherScript && (words < FEWEST_WORDS || frequent >= LEAST_SHARE * words);
    }
}
