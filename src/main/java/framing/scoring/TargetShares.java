package framing.scoring;

import framing.codebook.Facet;
import framing.corpus.Row;
import framing.corpus.TableReader;
import framing.corpus.TableRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Shares of each code by target and holder, read off the finished output per target. Intervals come from a bootstrap over
 * documents in which each weighs Poisson(1), drawn anew for each resample (Chamandy et al. 2012, Estimating uncertainty
 * for massive data streams): documents are seen once, and memory depends on targets and holders alone.
 */
final class TargetShares {
    private static final int RESAMPLES = 400;
    private static final long SEED = 1;
    private static final double TAIL = 0.025;

    /** Fewer documents do not tell how documents differ. */
    private static final int FEWEST_DOCUMENTS = 3;

    private final Facet facet;
    /** Per target and holder, the weighted counts: [0] of the corpus, [1..] of the resamples; each by code. */
    private final Map<Cell, double[][]> counts = new TreeMap<>();

    private final Map<Cell, Integer> documents = new HashMap<>();
    private final Set<Cell> inThisDocument = new HashSet<>();

    private record Cell(String target, String holder) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            return Comparator.comparing(Cell::target)
                    .thenComparing(Cell::holder)
                    .compare(this, other);
        }
    }

    private TargetShares(Facet facet) {
        this.facet = facet;
    }

    /** The shares of a facet in a finished table. */
    static List<TargetShare> of(Path table, Facet facet) throws IOException {
        TargetShares shares = new TargetShares(facet);
        SplittableRandom random = new SplittableRandom(SEED);
        String document = null;
        double[] weights = new double[0];
        try (TableReader rows = TableReader.open(table)) {
            while (rows.hasNext()) {
                if (rows.next() instanceof Row.Read<TableRow> read) {
                    TableRow row = read.value();
                    String itsDocument = row.cells().get(TargetColumns.DOCUMENT);
                    if (document == null || !document.equals(itsDocument)) {
                        document = itsDocument;
                        shares.inThisDocument.clear();
                        weights = weights(random);
                    }
                    shares.add(row, weights);
                }
            }
        }
        return shares.shares();
    }

    /** How often a document is drawn in each resample; once in the corpus itself. */
    private static double[] weights(SplittableRandom random) {
        double[] weights = new double[RESAMPLES + 1];
        Arrays.setAll(weights, i -> i == 0 ? 1 : poisson(random));
        return weights;
    }

    /** A draw from Poisson(1) (Knuth 1969, The Art of Computer Programming 2, 3.4.1). */
    private static int poisson(SplittableRandom random) {
        int events = 0;
        for (double product = random.nextDouble(); product > Math.exp(-1); product *= random.nextDouble()) {
            events++;
        }
        return events;
    }

    private void add(TableRow row, double[] weights) {
        int code = facet.indexOf(row.cells().getOrDefault(facet.name(), ""));
        if (code < 0) {
            return;
        }
        Cell cell = new Cell(
                row.cells().getOrDefault(TargetColumns.TARGET, ""), row.cells().getOrDefault(TargetColumns.HOLDER, ""));
        double[][] sums = counts.computeIfAbsent(
                cell, c -> new double[RESAMPLES + 1][facet.labels().size()]);
        if (inThisDocument.add(cell)) {
            documents.merge(cell, 1, Integer::sum);
        }
        for (int sample = 0; sample < weights.length; sample++) {
            sums[sample][code] += weights[sample];
        }
    }

    private List<TargetShare> shares() {
        List<TargetShare> shares = new ArrayList<>();
        counts.forEach((cell, sums) -> {
            double all = Arrays.stream(sums[0]).sum();
            boolean enough = documents.getOrDefault(cell, 0) >= FEWEST_DOCUMENTS;
            for (int code = 0; code < facet.labels().size(); code++) {
                boolean varies = sums[0][code] > 0 && sums[0][code] < all; // else every resample says the same
                double[] resampled = enough && varies ? resampled(sums, code) : new double[0];
                shares.add(new TargetShare(
                        cell.target(),
                        cell.holder(),
                        facet.name(),
                        facet.labelIds().get(code),
                        Math.round(sums[0][code]),
                        sums[0][code] / all,
                        quantile(resampled, TAIL),
                        quantile(resampled, 1 - TAIL)));
            }
        });
        return shares;
    }

    /** The code's share in each resample that has the cell, in ascending order. */
    private static double[] resampled(double[][] sums, int code) {
        return Arrays.stream(sums, 1, sums.length)
                .filter(sample -> Arrays.stream(sample).sum() > 0)
                .mapToDouble(sample -> sample[code] / Arrays.stream(sample).sum())
                .sorted()
                .toArray();
    }

    private static @Nullable Double quantile(double[] ascending, double share) {
        return ascending.length == 0 ? null : ascending[(int) Math.round(share * (ascending.length - 1))];
    }
}
