package framing.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * How often each label was predicted for units that were given each label.
 *
 * @param labels the ids of the labels, in the facet's order
 * @param counts one row for each label that was given, one column for each that was predicted
 */
public record ConfusionMatrix(List<String> labels, List<List<Integer>> counts) {
    public ConfusionMatrix {
        labels = List.copyOf(labels);
        counts = counts.stream().map(List::copyOf).toList();
        int size = labels.size();
        if (counts.size() != size || counts.stream().anyMatch(row -> row.size() != size)) {
            throw new IllegalArgumentException(
                    "A confusion matrix of " + size + " labels needs as many rows and columns, but was " + counts);
        }
        if (counts.stream().flatMap(List::stream).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("Counts must not be negative, but were " + counts);
        }
    }

    /** The matrix of these outcomes, each under the label that was given. */
    public static ConfusionMatrix of(List<String> labels, List<Outcome> outcomes) {
        return ofCells(labels, cells(outcomes, labels.size(), Outcome::actual).total());
    }

    /**
     * The matrix in which a prediction equal to the second acceptable label counts as right: such a unit stands under the
     * predicted label, as though the coder had given it. Every other unit stands under the label that was given.
     */
    public static ConfusionMatrix lenient(List<String> labels, List<Outcome> outcomes) {
        return ofCells(
                labels, cells(outcomes, labels.size(), Outcome::lenientActual).total());
    }

    /** The cells of the matrix, row after row, for each document. */
    static DocumentCounts cells(List<Outcome> outcomes, int labels, ToIntFunction<Outcome> actual) {
        DocumentCounts.Builder cells = DocumentCounts.ofWidth(labels * labels);
        for (Outcome outcome : outcomes) {
            if (outcome.predicted().size() != labels) {
                throw new IllegalArgumentException(
                        "Predictions must cover the " + labels + " labels of the facet, but one covers "
                                + outcome.predicted().size());
            }
            cells.add(outcome.document(), actual.applyAsInt(outcome) * labels + outcome.predictedLabel(), 1);
        }
        return cells.build();
    }

    /** The matrix with these whole numbers in its cells, row after row. */
    static ConfusionMatrix ofCells(List<String> labels, double[] cells) {
        List<List<Integer>> counts = new ArrayList<>();
        for (int start = 0; start < cells.length; start += labels.size()) {
            counts.add(IntStream.range(start, start + labels.size())
                    .mapToObj(cell -> (int) cells[cell])
                    .toList());
        }
        return new ConfusionMatrix(labels, counts);
    }

    /** The number of units that were given one label and predicted another, or the same. */
    public int count(int actual, int predicted) {
        return counts.get(actual).get(predicted);
    }

    /** The number of units. */
    public int total() {
        return IntStream.range(0, labels.size()).map(this::support).sum();
    }

    /** The share of units with the right label; empty when there are no units. */
    public OptionalDouble accuracy() {
        int total = total();
        int right = IntStream.range(0, labels.size()).map(i -> count(i, i)).sum();
        return total == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / total);
    }

    /**
     * The mean of F1 over the labels that were given or predicted at least once, each counting the same; empty when there
     * are no units. Labels that occur nowhere are left out, as scikit-learn's {@code f1_score(average="macro")} leaves
     * them out when no list of labels is passed; a label that occurs and is never right counts as zero. This is the mean
     * of F1, not the F1 of mean precision and mean recall (Opitz and Burst 2019, Macro F1 and Macro F1).
     * In a bootstrap the labels are those of the resample: one found in few documents is absent from some, and the
     * interval is the wider for it.
     */
    public OptionalDouble macroF1() {
        return IntStream.range(0, labels.size())
                .mapToObj(this::f1)
                .flatMapToDouble(OptionalDouble::stream)
                .average();
    }

    /** F1 of one label; see {@link LabelScores}. */
    public OptionalDouble f1(int label) {
        int occurrences = support(label) + predicted(label);
        return occurrences == 0 ? OptionalDouble.empty() : OptionalDouble.of(2.0 * count(label, label) / occurrences);
    }

    /** The scores of one label. */
    public LabelScores scores(int label) {
        int right = count(label, label);
        return LabelScores.of(labels.get(label), right, predicted(label) - right, support(label) - right);
    }

    /** The scores of every label, in order. */
    public List<LabelScores> scores() {
        return IntStream.range(0, labels.size()).mapToObj(this::scores).toList();
    }

    private int support(int label) {
        return counts.get(label).stream().mapToInt(Integer::intValue).sum();
    }

    private int predicted(int label) {
        return counts.stream().mapToInt(row -> row.get(label)).sum();
    }
}
