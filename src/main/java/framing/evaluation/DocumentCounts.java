package framing.evaluation;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Counts that add up over documents: for each document the amounts in some of a fixed number of cells, such as those of
 * a confusion matrix. Resampling documents then means adding rows of counts, at a cost of one addition for each cell a
 * document fills. Documents are kept in the order of their ids, so that the order in which units came does not matter.
 * Immutable; threads may share one.
 */
public final class DocumentCounts {
    private final int width;
    /** Where each document's entries begin, and after the last document their number. */
    private final int[] starts;

    private final int[] cells;
    private final double[] amounts;

    private DocumentCounts(int width, int[] starts, int[] cells, double[] amounts) {
        this.width = width;
        this.starts = starts;
        this.cells = cells;
        this.amounts = amounts;
    }

    /** A builder of counts in {@code width} cells. */
    public static Builder ofWidth(int width) {
        return new Builder(width);
    }

    /**
     * The counts of these documents, in the order given. Needs a tenth of a builder's memory, for no document is named.
     *
     * @param width the number of cells
     * @param documents for each the amounts in its cells; cells beyond the end of an array are empty
     */
    public static DocumentCounts of(int width, List<int[]> documents) {
        int[] starts = new int[documents.size() + 1];
        for (int i = 0; i < documents.size(); i++) {
            starts[i + 1] = starts[i]
                    + (int) IntStream.of(documents.get(i)).filter(n -> n != 0).count();
        }
        int[] cells = new int[starts[documents.size()]];
        double[] amounts = new double[cells.length];
        int entry = 0;
        for (int[] document : documents) {
            for (int cell = 0; cell < document.length; cell++) {
                if (document[cell] != 0) {
                    cells[entry] = cell;
                    amounts[entry++] = document[cell];
                }
            }
        }
        return new DocumentCounts(width, starts, cells, amounts);
    }

    /** The number of documents. */
    public int documents() {
        return starts.length - 1;
    }

    /** The sum over all documents, cell by cell. */
    public double[] total() {
        double[] sums = new double[width];
        for (int document = 0; document < documents(); document++) {
            addDocument(document, sums);
        }
        return sums;
    }

    /** The sum over as many documents as there are, drawn with replacement. */
    double[] resampled(SplittableRandom random) {
        double[] sums = new double[width];
        for (int draw = 0; draw < documents(); draw++) {
            addDocument(random.nextInt(documents()), sums);
        }
        return sums;
    }

    private void addDocument(int document, double[] sums) {
        for (int entry = starts[document]; entry < starts[document + 1]; entry++) {
            sums[cells[entry]] += amounts[entry];
        }
    }

    /** Collects counts unit by unit. Not for sharing between threads. */
    public static final class Builder {
        private final int width;
        private final Map<String, TreeMap<Integer, Double>> byDocument = new TreeMap<>();

        private Builder(int width) {
            this.width = width;
        }

        /** Adds an amount to one cell of a document. */
        public void add(String document, int cell, double amount) {
            if (cell < 0 || cell >= width) {
                throw new IllegalArgumentException(
                        "A cell must be one of " + width + ", counted from 0, but was " + cell);
            }
            byDocument.computeIfAbsent(document, id -> new TreeMap<>()).merge(cell, amount, Double::sum);
        }

        public DocumentCounts build() {
            int entries = byDocument.values().stream().mapToInt(Map::size).sum();
            int[] starts = new int[byDocument.size() + 1];
            int[] cells = new int[entries];
            double[] amounts = new double[entries];
            int document = 0;
            int entry = 0;
            for (Map<Integer, Double> row : byDocument.values()) {
                for (Map.Entry<Integer, Double> count : row.entrySet()) {
                    cells[entry] = count.getKey();
                    amounts[entry++] = count.getValue();
                }
                starts[++document] = entry;
            }
            return new DocumentCounts(width, starts, cells, amounts);
        }
    }
}
