package framing.training;

import framing.codebook.LabelDistribution;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which given labels are likely errors, from held-out probabilities (Northcutt, Jiang and Chuang 2021, Confident Learning:
 * Estimating Uncertainty in Dataset Labels, JAIR 70). The threshold of a label is the mean probability of it among the
 * units that were given it, so a label of which models are never sure needs less. A unit counts as confidently of a label
 * when that label's probability reaches its threshold; where that holds for several, the most probable counts. A given
 * label that is at least as probable is never suspected.
 */
final class ConfidentLearning {
    private final double[] thresholds;

    /**
     * Learns the thresholds.
     *
     * @param given the place of each unit's label
     * @param distributions what a model says of each unit that it has not seen
     * @param labels how many labels there are
     */
    ConfidentLearning(List<Integer> given, List<LabelDistribution> distributions, int labels) {
        this.thresholds = new double[labels];
        int[] counts = new int[labels];
        for (int unit = 0; unit < given.size(); unit++) {
            int label = given.get(unit);
            thresholds[label] += distributions.get(unit).probability(label);
            counts[label]++;
        }
        for (int label = 0; label < labels; label++) {
            thresholds[label] = counts[label] == 0 ? Double.POSITIVE_INFINITY : thresholds[label] / counts[label];
        }
    }

    /** The label that the unit confidently has instead of the given one; empty where the given one may stand. */
    OptionalInt instead(int given, LabelDistribution distribution) {
        int best = -1;
        for (int label = 0; label < thresholds.length; label++) {
            if (distribution.probability(label) >= thresholds[label]
                    && (best < 0 || distribution.probability(label) > distribution.probability(best))) {
                best = label;
            }
        }
        boolean doubtful = best >= 0 && distribution.probability(best) > distribution.probability(given);
        return doubtful ? OptionalInt.of(best) : OptionalInt.empty();
    }
}
