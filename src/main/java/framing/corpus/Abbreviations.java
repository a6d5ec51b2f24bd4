package framing.corpus;

import java.util.Locale;
import java.util.Set;

/**
 * Whether a full stop belongs to an abbreviation and the sentence goes on. Some abbreviations never end a sentence, some
 * go on only before a number, and with the others the next word decides: the words that open English sentences seldom
 * follow an abbreviation within one.
 */
final class Abbreviations {
    private static final Set<String> BEFORE_NAMES =
            words("adm amb asst atty bgen brig capt cmdr cmdt col comdr cpl cpt det"
                    + " dr fr ft gen gov hon insp lt ltc maj messrs mme mr mrs ms mt pfc pres prof pvt rep reps rev sec sen sens"
                    + " sgt spc spec supt");
    private static final Set<String> NEVER_LAST = words("e.g i.e vs v cf ca approx est incl res ret viz u.s.s h.m.s");
    private static final Set<String> BEFORE_NUMBERS =
            words("no nos p pp par para art fig vol ch rs jan feb mar apr jun jul"
                    + " aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun");
    private static final Set<String> BETWEEN =
            words("inc corp co cos ltd llc plc bros jr sr st ste ave blvd rd dept govt"
                    + " assn univ intl natl hwy sq ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn"
                    + " miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo ont que");
    private static final Set<String> AFTER_CLOCK = words(
            "monday tuesday wednesday thursday friday saturday sunday january"
                    + " february march april may june july august september october november december jan feb mar apr aug sept"
                    + " oct nov dec gmt utc est edt et cet cest bst pst pdt pt ist msk eastern central pacific eet eest");
    private static final Set<String> OPENERS = words("a after all although amid an and another any are as at because"
            + " before both but by despite during each earlier even every few following for from had has have he her here"
            + " his how however i if in instead is it its last later many meanwhile more most much my neither no nobody"
            + " nor not nothing now of on once one only or other others our out over people she since so some still such"
            + " that the their then there these they this those though through thus to today two under until was we"
            + " were what when where whether which while who why will with without yet you your according asked also"
            + " officials police residents witnesses");

    private Abbreviations() {}

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }

    /**
     * Whether the sentence goes on after a full stop.
     *
     * @param word what stands before the full stop, from the last space, bracket or hyphen on
     * @param first whether it is the first word of its sentence
     * @param line the text
     * @param next where the text goes on after the space
     */
    static boolean continues(String word, boolean first, String line, int next) {
        if (word.isEmpty() || next >= line.length()) {
            return false;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        boolean capital = Character.isUpperCase(word.codePointAt(0));
        boolean single = word.codePointCount(0, word.length()) == 1;
        if (NEVER_LAST.contains(lower) || (capital && BEFORE_NAMES.contains(lower))) {
            return true;
        }
        if (first && ((single && capital) || isSmallNumber(word))) {
            return true; // the number of an item in a list
        }
        if (BEFORE_NUMBERS.contains(lower)) {
            return Character.isDigit(line.charAt(next)) || isDash(line.charAt(next));
        }
        if (lower.equals("a.m") || lower.equals("p.m")) {
            return AFTER_CLOCK.contains(wordAt(line, next).toLowerCase(Locale.ROOT));
        }
        boolean between = isDotted(word) || (capital && (single || BETWEEN.contains(lower)));
        return between && !opensSentence(line, next);
    }

    /** Whether what follows opens a sentence: a quotation, or a word that seldom stands capitalised within one. */
    static boolean opensSentence(String line, int next) {
        if ("\"“‘«„'".indexOf(line.charAt(next)) >= 0) {
            return true;
        }
        String word = wordAt(line, next);
        int end = next + word.length();
        boolean initial = word.length() == 1 && end < line.length() && line.charAt(end) == '.';
        return !initial && OPENERS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static String wordAt(String line, int start) {
        int end = start;
        while (end < line.length() && end - start < 20 && Character.isLetter(line.charAt(end))) {
            end++;
        }
        return line.substring(start, end);
    }

    /** Single letters with full stops between, as in U.S or Ph.D. */
    private static boolean isDotted(String word) {
        int run = 0;
        boolean dotted = false;
        for (int i = 0; i < word.length(); i++) {
            dotted |= word.charAt(i) == '.';
            run = word.charAt(i) == '.' ? 0 : run + 1;
            if (run > 2 || (run > 0 && !Character.isLetter(word.charAt(i)))) {
                return false;
            }
        }
        return dotted;
    }

    private static boolean isSmallNumber(String word) {
        return word.length() <= 3 && word.chars().allMatch(Character::isDigit);
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '–' || c == '—';
    }
}
