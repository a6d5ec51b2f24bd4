package framing.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import framing.classifier.Calibration;
import framing.codebook.LabelDistribution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationFitterTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2.5})
    void the_temperature_that_made_the_labels_is_found_again(double temperature) {
        Random random = new Random(5);
        List<double[]> logits = new ArrayList<>();
        int[] labels = new int[20_000];
        for (int i = 0; i < labels.length; i++) {
            double[] z = {3 * random.nextGaussian(), 3 * random.nextGaussian(), 3 * random.nextGaussian()};
            LabelDistribution p = new Calibration(temperature).apply(z);
            double draw = random.nextDouble();
            labels[i] = draw < p.probability(0) ? 0 : draw < p.probability(0) + p.probability(1) ? 1 : 2;
            logits.add(z);
        }

        assertThat(CalibrationFitter.fit(logits, labels).temperature())
                .isCloseTo(temperature, within(0.06 * temperature));
    }

    @Test
    void a_head_that_is_right_three_times_of_four_is_made_to_say_so() {
        List<double[]> logits = Collections.nCopies(4, new double[] {10, 0});

        Calibration fitted = CalibrationFitter.fit(logits, new int[] {0, 0, 0, 1});

        assertThat(fitted.temperature()).isCloseTo(10 / Math.log(3), within(0.01));
        assertThat(fitted.apply(new double[] {10, 0}).probability(0)).isCloseTo(0.75f, within(1e-3f));
    }

    @Test
    void without_held_out_units_the_head_is_left_as_it_is() {
        assertThat(CalibrationFitter.fit(List.of(), new int[0])).isEqualTo(Calibration.NONE);
    }

    @Test
    void a_head_that_is_never_wrong_gets_a_temperature_that_is_still_bounded() {
        double temperature = CalibrationFitter.fit(List.of(new double[] {5, 0}, new double[] {0, 5}), new int[] {0, 1})
                .temperature();

        assertThat(temperature).isBetween(0.499, 0.501);
    }
}
