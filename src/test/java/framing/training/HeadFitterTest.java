package framing.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import framing.classifier.Calibration;
import framing.classifier.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class HeadFitterTest {
    private static final List<String> LABELS = List.of("left", "right", "up");
    private static final HeadSettings QUICK = new HeadSettings(0.05, 1e-4, 0.1, 16, 30, 5, 1e-1);
    /** Three corners of a triangle, with a third coordinate that says nothing and a fourth that never changes. */
    private static final double[][] CORNERS = {{-2, 0}, {2, 0}, {0, 3}};

    private final float[][] features = new float[150][];
    private final int[] labels = new int[150];

    HeadFitterTest() {
        Random random = new Random(1);
        for (int i = 0; i < features.length; i++) {
            labels[i] = i % 3;
            double[] corner = CORNERS[labels[i]];
            features[i] = new float[] {
                (float) (corner[0] + random.nextGaussian() / 4),
                (float) (1000 * (corner[1] + random.nextGaussian() / 4)),
                (float) random.nextGaussian(),
                7
            };
        }
    }

    private static List<Integer> units(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private static int predicted(Head head, float[] unit) {
        double[] logits = head.logits(unit);
        return IntStream.range(0, logits.length)
                .reduce((best, i) -> logits[i] > logits[best] ? i : best)
                .orElseThrow();
    }

    @Test
    void labels_that_lines_can_part_are_learned() {
        HeadFitter.Fit fit = new HeadFitter(QUICK, 1).fit(features, labels, units(0, 100), units(100, 120), LABELS);

        assertThat(fit.developmentMacroF1()).isEqualTo(1);
        assertThat(fit.epoch().orElseThrow()).isBetween(1, 30);
        for (int unit = 120; unit < 150; unit++) {
            assertThat(predicted(fit.head(), features[unit])).isEqualTo(labels[unit]);
        }
    }

    @Test
    void a_seed_gives_the_same_weights_each_time() {
        List<Head> heads = new ArrayList<>();
        for (long seed : new long[] {4, 4, 5}) {
            heads.add(new HeadFitter(QUICK, seed)
                    .fit(features, labels, units(0, 100), units(100, 120), LABELS)
                    .head());
        }

        assertThat(heads.get(1).logits(features[140]))
                .containsExactly(heads.get(0).logits(features[140]));
        assertThat(heads.get(2).logits(features[140])).isNotEqualTo(heads.get(0).logits(features[140]));
    }

    @Test
    void without_development_units_nothing_stops_the_fitting_and_there_is_no_score() {
        HeadFitter.Fit fit = new HeadFitter(QUICK, 1).fit(features, labels, units(0, 100), List.of(), LABELS);

        assertThat(fit.epoch()).isEmpty();
        assertThat(fit.developmentMacroF1()).isNaN();
    }

    @Test
    void what_nothing_stops_ends_where_the_gradient_is_nought_however_uneven_the_codes() {
        List<Integer> train = units(0, 100).stream()
                .filter(unit -> labels[unit] == 0 || unit % 10 == labels[unit])
                .toList();
        int[] counts = new int[3];
        train.forEach(unit -> counts[labels[unit]]++);
        assertThat(counts[0]).isGreaterThan(5 * counts[1]).isGreaterThan(5 * counts[2]);
        assertThat(counts).doesNotContain(0);
        float[] classWeights = ClassWeights.of(counts);
        INDArray standardised = Standardiser.of(features, train).apply(features, train);
        float[][] z = new float[150][];
        for (int i = 0; i < train.size(); i++) {
            z[train.get(i)] = standardised.getRow(i).dup().data().asFloat();
        }
        Head head = new HeadFitter(QUICK, 1)
                .fit(z, labels, train, List.of(), LABELS)
                .head();

        for (int label = 0; label < 3; label++) {
            double biasPull = 0;
            double[] pull = new double[3];
            for (int unit : train) {
                double p = Calibration.NONE.apply(head.logits(z[unit])).probability(label);
                double residual = classWeights[labels[unit]] * ((labels[unit] == label ? 1 : 0) - p);
                biasPull += residual;
                for (int feature = 0; feature < 3; feature++) {
                    pull[feature] += residual * z[unit][feature];
                }
            }
            assertThat(biasPull / train.size()).isCloseTo(0, within(1e-3));
            for (int feature = 0;
                    feature < 3;
                    feature++) { // at the maximum a weight is what pulls at it, times its variance
                assertThat(weight(head, label, feature)).isCloseTo(QUICK.priorVariance() * pull[feature], within(1e-3));
            }
        }
    }

    private static double weight(Head head, int label, int feature) {
        float[] one = new float[4];
        one[feature] = 1;
        return head.logits(one)[label] - head.logits(new float[4])[label];
    }

    @Test
    void a_label_without_units_is_never_given() {
        List<String> four = List.of("left", "right", "up", "down");
        Head head = new HeadFitter(QUICK, 1)
                .fit(features, labels, units(0, 100), units(100, 120), four)
                .head();
        for (float[] unit : features) {
            assertThat(predicted(head, unit)).isNotEqualTo(3);
        }
    }

    @Test
    void one_training_unit_a_label_is_enough_to_run() {
        HeadFitter.Fit fit = new HeadFitter(QUICK, 1).fit(features, labels, units(0, 3), units(3, 6), LABELS);

        assertThat(fit.head().labels()).isEqualTo(3);
        for (double logit : fit.head().logits(features[7])) {
            assertThat(logit).isFinite();
        }
    }

    @Test
    void standardised_features_have_mean_nought_and_deviation_one() {
        INDArray z = Standardiser.of(features, units(0, 100)).apply(features, units(0, 100));

        for (int feature = 0; feature < 3; feature++) {
            INDArray column = z.getColumn(feature);
            assertThat(column.meanNumber().doubleValue()).isCloseTo(0, within(1e-4));
            assertThat(column.stdNumber(false).doubleValue()).isCloseTo(1, within(1e-3));
        }
        assertThat(z.getColumn(3).meanNumber().doubleValue()).isZero();
    }

    @Test
    void a_folded_head_gives_the_logits_of_the_layer_over_standardised_features() {
        Standardiser standardiser = Standardiser.of(features, units(0, 100));
        INDArray weights = Nd4j.createFromArray(new float[][] {{1, -1, 0.5f}, {2, 0, 1}, {0, 3, -2}, {1, 1, 1}});
        INDArray bias = Nd4j.createFromArray(new float[][] {{0.5f, -0.5f, 1}});
        INDArray layer =
                standardiser.apply(features, units(0, 150)).mmul(weights).addRowVector(bias);

        Head folded = standardiser.fold(weights, bias);
        for (int unit = 0; unit < 150; unit++) {
            double[] logits = folded.logits(features[unit]);
            for (int label = 0; label < 3; label++) {
                assertThat(logits[label]).isCloseTo(layer.getDouble(unit, label), within(1e-3));
            }
        }
    }
}
