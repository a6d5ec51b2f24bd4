package framing.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ClassWeightsTest {
    @Test
    void a_label_four_times_as_rare_weighs_twice_as_much_and_the_average_unit_weighs_one() {
        float[] weights = ClassWeights.of(new int[] {1, 4});

        assertThat(weights[0]).isCloseTo(5 / 3f, within(1e-6f));
        assertThat(weights[1]).isCloseTo(5 / 6f, within(1e-6f));
        assertThat(1 * weights[0] + 4 * weights[1]).isCloseTo(5, within(1e-5f));
    }

    @Test
    void labels_that_are_equally_frequent_weigh_one() {
        assertThat(ClassWeights.of(new int[] {7, 7, 7})).containsExactly(1, 1, 1);
    }

    @Test
    void a_label_that_never_occurs_weighs_one_and_changes_nothing() {
        float[] weights = ClassWeights.of(new int[] {1, 4, 0});

        assertThat(weights[2]).isEqualTo(1);
        assertThat(weights[0]).isEqualTo(ClassWeights.of(new int[] {1, 4})[0]);
    }
}
