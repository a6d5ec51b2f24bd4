package framing.report;

import framing.evaluation.Bootstrap;
import framing.evaluation.DocumentCounts;
import framing.evaluation.Estimate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What share of the sentences of some articles each code has: counts of a model's labels, not corrected for its errors.
 * Intervals are of 95 percent, from resampling whole articles ({@link Bootstrap}); a share of nought or one has none, for
 * every resample says the same.
 *
 * @param group what the articles have in common
 * @param documents how many articles have a coded sentence
 * @param sentences how many sentences have a code
 * @param codes the share of each code
 */
record Shares(String group, long documents, long sentences, List<Estimate> codes) {
    /** Draws of documents that one interval may cost: with a million articles it is narrow, and fewer resamples do. */
    private static final long MOST_DRAWS = 20_000_000;

    private static final int FEWEST_RESAMPLES = 200;

    Shares {
        codes = List.copyOf(codes);
    }

    /** The shares of a facet's codes in these articles. */
    static Shares of(String group, List<DocumentTally> documents, int facet, int codes, long seed) {
        return of(group, documents, tally -> tally.counts()[facet], codes, seed);
    }

    /**
     * The shares of what is counted in each of these documents.
     *
     * @param counts how often each of the codes occurs in a document; codes beyond the end of the array do not
     */
    static <T> Shares of(String group, List<T> documents, Function<T, int[]> counts, int codes, long seed) {
        List<int[]> counted = documents.stream()
                .map(counts)
                .filter(row -> IntStream.of(row).sum() > 0)
                .toList();
        int resamples =
                (int) Math.max(FEWEST_RESAMPLES, Math.min(Bootstrap.RESAMPLES, MOST_DRAWS / (counted.size() + 1)));
        Bootstrap<double[]> bootstrap =
                Bootstrap.ofDocuments(DocumentCounts.of(codes, counted), sums -> sums, seed, resamples);
        return new Shares(
                group,
                counted.size(),
                (long) DoubleStream.of(bootstrap.sample()).sum(),
                IntStream.range(0, codes)
                        .mapToObj(code -> withoutCertainty(bootstrap.estimate(sums -> share(sums, code))))
                        .toList());
    }

    private static OptionalDouble share(double[] sums, int code) {
        double all = DoubleStream.of(sums).sum();
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(sums[code] / all);
    }

    private static Estimate withoutCertainty(Estimate estimate) {
        return new Estimate(estimate.value(), estimate.interval().filter(interval -> interval.low() < interval.high()));
    }
}
