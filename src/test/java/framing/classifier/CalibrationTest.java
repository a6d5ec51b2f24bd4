package framing.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import framing.codebook.LabelDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {
    private static final double[] LOGITS = {Math.log(1), Math.log(2), Math.log(7)};

    @Test
    void without_calibration_probabilities_are_the_softmax_of_logits() {
        LabelDistribution p = Calibration.NONE.apply(LOGITS);

        assertThat(p.probability(0)).isCloseTo(0.1f, within(1e-6f));
        assertThat(p.probability(1)).isCloseTo(0.2f, within(1e-6f));
        assertThat(p.probability(2)).isCloseTo(0.7f, within(1e-6f));
    }

    @Test
    void a_temperature_of_two_takes_the_square_root_of_odds() {
        LabelDistribution p = new Calibration(2).apply(new double[] {Math.log(9), 0});

        assertThat(p.probability(0)).isCloseTo(0.75f, within(1e-6f));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.5, 1, 3, 20})
    void the_most_probable_label_stays_and_probabilities_sum_to_one(double temperature) {
        LabelDistribution p = new Calibration(temperature).apply(LOGITS);

        assertThat(p.mostProbable()).isEqualTo(2);
        assertThat(p.probability(0) + p.probability(1) + p.probability(2)).isCloseTo(1f, within(1e-6f));
    }

    @Test
    void logits_of_any_size_give_probabilities() {
        LabelDistribution p = new Calibration(0.05).apply(new double[] {1e6, -1e6});

        assertThat(p.probability(0)).isEqualTo(1);
        assertThat(p.probability(1)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void a_temperature_that_is_not_positive_and_finite_is_refused(double temperature) {
        assertThatThrownBy(() -> new Calibration(temperature)).hasMessageContaining("positive and finite");
    }
}
