package framing.evaluation;

import static framing.evaluation.Outcomes.certain;
import static framing.evaluation.Outcomes.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import framing.codebook.LabelDistribution;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    @Test
    void the_most_probable_label_is_the_prediction() {
        assertThat(Outcome.of("d", 0, LabelDistribution.of(0.2f, 0.5f, 0.3f)).predictedLabel())
                .isEqualTo(1);
    }

    @Test
    void a_label_the_model_does_not_know_is_refused() {
        assertThatThrownBy(() -> Outcome.of("d", 3, certain(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A label must be one of the 3 the model knows, counted from 0, but was 3");
        assertThatThrownBy(() -> outcome("d", 0, -1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_probability_that_is_no_number_is_refused() {
        assertThatThrownBy(() -> Outcome.of("d", 0, LabelDistribution.of(0.5f, Float.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Probabilities must lie between 0 and 1, but label 1 has NaN");
    }

    @Test
    void a_second_label_equal_to_the_first_is_dropped() {
        assertThat(outcome("d", 1, 1, 0).alsoAcceptable()).isEqualTo(OptionalInt.empty());
    }

    @Test
    void only_a_predicted_second_label_takes_the_place_of_the_first() {
        assertThat(outcome("d", 0, 1, 1).lenientActual()).isEqualTo(1);
        assertThat(outcome("d", 0, 1, 2).lenientActual()).isEqualTo(0);
        assertThat(outcome("d", 0, 1, 0).lenientActual()).isEqualTo(0);
    }
}
