package framing.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What nominal agreement needs of Krippendorff's coincidence matrix: its margins and its diagonal. A unit coded by m
 * coders, n_c of whom gave it label c, adds n_c to the margin of c and n_c (n_c - 1) / (m - 1) to its diagonal; a unit
 * with fewer than two codes adds nothing (Krippendorff 2011, Computing Krippendorff's alpha-reliability).
 */
final class Coincidences {
    private final double[] margins;
    private final double[] diagonal;

    private Coincidences(double[] margins, double[] diagonal) {
        this.margins = margins;
        this.diagonal = diagonal;
    }

    /** The cells of each document: the margins of all labels, then the diagonal. */
    static DocumentCounts cells(List<CodedUnit> units, int labels) {
        DocumentCounts.Builder cells = DocumentCounts.ofWidth(2 * labels);
        for (CodedUnit unit : units) {
            if (unit.pairable()) {
                int[] given = given(unit, labels);
                for (int label = 0; label < labels; label++) {
                    if (given[label] > 0) {
                        double pairs = given[label] * (given[label] - 1.0);
                        cells.add(unit.document(), label, given[label]);
                        cells.add(
                                unit.document(),
                                labels + label,
                                pairs / (unit.labels().size() - 1));
                    }
                }
            }
        }
        return cells.build();
    }

    static Coincidences ofCells(double[] cells) {
        int labels = cells.length / 2;
        return new Coincidences(Arrays.copyOf(cells, labels), Arrays.copyOfRange(cells, labels, cells.length));
    }

    /** How often a label was given to units that at least two coders coded. */
    int given(int label) {
        return (int) margins[label];
    }

    /** The sum of the diagonal over the number of codes; empty when no unit has two codes. */
    OptionalDouble observedAgreement() {
        double codes = sum(margins);
        return codes == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum(diagonal) / codes);
    }

    /** Alpha of all labels; see {@link Agreement}. */
    OptionalDouble alpha() {
        double codes = sum(margins);
        double squares = Arrays.stream(margins).map(margin -> margin * margin).sum();
        return alpha(codes, codes - sum(diagonal), codes * codes - squares);
    }

    /** Alpha of one label against all others taken together. */
    OptionalDouble alpha(int label) {
        double codes = sum(margins);
        double margin = margins[label];
        return alpha(codes, 2 * (margin - diagonal[label]), 2 * margin * (codes - margin));
    }

    /**
     * @param codes n, the number of codes in units that have at least two
     * @param disagreeing the sum of the coincidences off the diagonal
     * @param mixed the sum of n_c n_k over pairs of different labels
     */
    private static OptionalDouble alpha(double codes, double disagreeing, double mixed) {
        return mixed == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - (codes - 1) * disagreeing / mixed);
    }

    private static int[] given(CodedUnit unit, int labels) {
        int[] given = new int[labels];
        for (int label : unit.labels()) {
            if (label < 0 || label >= labels) {
                throw new IllegalArgumentException(
                        "A label must be one of " + labels + ", counted from 0, but was " + label);
            }
            given[label]++;
        }
        return given;
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}
