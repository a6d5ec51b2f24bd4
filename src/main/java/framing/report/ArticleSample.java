package framing.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * So many articles of a stream of unknown length, each as likely as any other (reservoir sampling, algorithm R: Vitter
 * 1985, Random sampling with a reservoir, ACM TOMS 11(1)). Memory holds the sample alone.
 */
final class ArticleSample {
    private final int size;
    private final SplittableRandom random;
    private final List<SampledArticle> articles = new ArrayList<>();
    private long seen;

    ArticleSample(int size, long seed) {
        this.size = size;
        this.random = new SplittableRandom(seed);
    }

    /** Offers the next article; returns whether it is in the sample, as yet. */
    boolean offer(SampledArticle article) {
        seen++;
        if (articles.size() < size) {
            return articles.add(article);
        }
        long place = random.nextLong(seen);
        if (place >= size) {
            return false;
        }
        articles.set((int) place, article);
        return true;
    }

    /** The articles, in the order of the file. */
    List<SampledArticle> articles() {
        return articles.stream()
                .sorted(Comparator.comparingLong(SampledArticle::number))
                .toList();
    }
}
