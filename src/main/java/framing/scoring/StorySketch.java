package framing.scoring;

import framing.corpus.Article;
import framing.corpus.Role;
import framing.corpus.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An article's words in {@value #BANDS} numbers, of which articles that are nearly the same share one.
 *
 * <p>MinHash with banding (Broder 1997, https://doi.org/10.1109/SEQUEN.1997.666900; Leskovec, Rajaraman and Ullman, Mining
 * of Massive Datasets, chapter 3): over the set of the article's runs of {@value #SHINGLE_WORDS} words, {@value #BANDS} x
 * {@value #ROWS} hash functions each keep their least value; two articles agree in one of them with the probability of
 * their Jaccard similarity s, the shared runs by all runs. A band is the hash of {@value #ROWS} least values, so the
 * probability to share a band is 1 - (1 - s^{@value #ROWS})^{@value #BANDS}: .004 at s = .4, .10 at
 * .6, .30 at .7, .67 at .8, .97 at .9.
 *
 * <p>Words are runs of letters and digits, in lower case; headlines and boilerplate, in which outlets differ, do not count.
 * An article with fewer words than a run is one run.
 */
record StorySketch(long[] bands) {
    static final int BANDS = 6;
    static final int ROWS = 8;
    static final int SHINGLE_WORDS = 4;

    static final StorySketch EMPTY = new StorySketch(new long[0]);

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    /** The sketch of an article; empty for one without a word. */
    static StorySketch of(Article article) {
        long[] words = words(article);
        if (words.length == 0) {
            return EMPTY;
        }
        long[] least = new long[BANDS * ROWS];
        Arrays.fill(least, Long.MAX_VALUE);
        for (int from = 0; from == 0 || from + SHINGLE_WORDS <= words.length; from++) {
            long shingle = 0;
            for (int i = from; i < Math.min(from + SHINGLE_WORDS, words.length); i++) {
                shingle = mixed(shingle + words[i]);
            }
            for (int i = 0;
                    i < least.length;
                    i++) { // a random number for each function and shingle orders the shingles
                least[i] = Math.min(least[i], mixed(shingle + i * 0x9E3779B97F4A7C15L));
            }
        }
        long[] bands = new long[BANDS];
        for (int i = 0; i < least.length; i++) {
            bands[i / ROWS] = mixed(bands[i / ROWS] + least[i]);
        }
        return new StorySketch(bands);
    }

    private static long[] words(Article article) {
        List<Long> words = new ArrayList<>();
        for (Sentence sentence : article.sentences()) {
            if (sentence.role() != Role.HEADLINE && sentence.role() != Role.BOILERPLATE) {
                String text = sentence.text().toLowerCase(Locale.ROOT);
                Matcher word = WORD.matcher(text);
                while (word.find()) {
                    words.add(hash(text, word.start(), word.end()));
                }
            }
        }
        return words.stream().mapToLong(Long::longValue).toArray();
    }

    private static long hash(CharSequence text, int from, int to) {
        long hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text.charAt(i);
        }
        return mixed(hash);
    }

    /** Spreads a number over all 64 bits (the finaliser of SplitMix64; Steele, Lea and Flood 2014). */
    private static long mixed(long number) {
        long z = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
