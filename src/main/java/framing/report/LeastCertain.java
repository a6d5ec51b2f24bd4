package framing.report;

import framing.corpus.TableRow;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The sentences about whose code the model was least certain; of two as certain the earlier one. */
final class LeastCertain {
    private static final Comparator<Sentence> SUREST_FIRST = Comparator.comparingDouble(Sentence::probability)
            .thenComparingLong(Sentence::number)
            .reversed();

    private final int size;
    private final PriorityQueue<Sentence> sentences = new PriorityQueue<>(SUREST_FIRST);
    private long seen;

    LeastCertain(int size) {
        this.size = size;
    }

    /**
     * A sentence and the probability of its code.
     *
     * @param number its place among those offered
     */
    record Sentence(long number, double probability, TableRow row) {}

    void offer(double probability, TableRow row) {
        sentences.add(new Sentence(seen++, probability, row));
        if (sentences.size() > size) {
            sentences.remove();
        }
    }

    /** The least certain first. */
    List<Sentence> sentences() {
        return sentences.stream().sorted(SUREST_FIRST.reversed()).toList();
    }
}
