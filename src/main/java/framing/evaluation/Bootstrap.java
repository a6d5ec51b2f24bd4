package framing.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A sample of documents and its resamples, drawn once and shared by every statistic of the same counts. Sentences of one
 * article resemble each other, so whole documents are drawn with replacement, as many as there are (the cluster
 * bootstrap: Field and Welsh 2007, Bootstrapping clustered data, JRSS B 69(3); Davison and Hinkley 1997, Bootstrap
 * Methods and their Application, section 3.8). Immutable if its summaries are.
 *
 * @param <S> a summary of the counts, from which statistics are read: a confusion matrix, for example
 */
public final class Bootstrap<S> {
    /** The usual number of resamples. */
    public static final int RESAMPLES = 1_000;

    /** The share of resamples in which a statistic must be defined for its interval to mean anything. */
    private static final double DEFINED = 0.9;

    private final S sample;
    private final List<S> resamples;

    private Bootstrap(S sample, List<S> resamples) {
        this.sample = sample;
        this.resamples = resamples;
    }

    /**
     * Draws the resamples. The same seed draws the same documents whatever is counted about them.
     *
     * @param counts what each document contributes
     * @param summary turns sums of counts into what the statistics are read from
     * @param seed the source of all chance
     * @param resamples how often to draw, at least once
     */
    public static <S> Bootstrap<S> ofDocuments(
            DocumentCounts counts, Function<double[], S> summary, long seed, int resamples) {
        if (resamples < 1) {
            throw new IllegalArgumentException("A bootstrap needs at least one resample, but got " + resamples);
        }
        SplittableRandom random = new SplittableRandom(seed);
        long draws = counts.documents() < 2 ? 0 : resamples;
        return new Bootstrap<>(
                summary.apply(counts.total()),
                Stream.generate(() -> counts.resampled(random))
                        .limit(draws)
                        .map(summary)
                        .toList());
    }

    /** The summary of the sample itself. */
    public S sample() {
        return sample;
    }

    /**
     * A statistic with its percentile interval. The interval is empty when there are fewer than two documents, when the
     * statistic is undefined in the sample, and when it is undefined in more than a tenth of the resamples, as happens to
     * a label found in fewer than three documents: so few say nothing about how documents differ. Otherwise the resamples
     * in which it is undefined are left out.
     */
    public Estimate estimate(Function<S, OptionalDouble> statistic) {
        OptionalDouble value = statistic.apply(sample);
        double[] defined = resamples.stream()
                .map(statistic)
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        boolean enough = defined.length > 0 && defined.length >= DEFINED * resamples.size();
        return new Estimate(
                value, value.isPresent() && enough ? Optional.of(Interval.covering(defined)) : Optional.empty());
    }
}
