package framing.training;

import java.util.Random;
import java.util.regex.Pattern;

/**
 * Damage that real corpora come with: some sentences lose their commas, their quotation marks or their apostrophes in an
 * epoch of training, so that a model does not lean on marks which scraping often drops.
 */
final class Roughening {
    private static final Pattern COMMAS = Pattern.compile(",");
    private static final Pattern QUOTATION_MARKS = Pattern.compile("[\"\u201c\u201d\u00ab\u00bb]");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019]");

    private final double share;

    Roughening(double share) {
        this.share = share;
    }

    /** The sentence, or, in its share of the draws, the sentence without one kind of mark. */
    String apply(String sentence, Random random) {
        if (random.nextDouble() >= share) {
            return sentence;
        }
        Pattern lost =
                switch (random.nextInt(3)) {
                    case 0 -> COMMAS;
                    case 1 -> QUOTATION_MARKS;
                    default -> APOSTROPHES;
                };
        String rough = lost.matcher(sentence).replaceAll("");
        return rough.isBlank() ? sentence : rough;
    }
}
