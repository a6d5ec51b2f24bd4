package framing.evaluation;

import static framing.evaluation.Outcomes.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import framing.codebook.LabelDistribution;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogLossTest {
    @Test
    void certainty_that_is_right_costs_nothing() {
        assertThat(LogLoss.mean(List.of(outcome("d", 1, 1)))).hasValue(0);
    }

    @Test
    void certainty_that_is_wrong_costs_as_much_as_one_in_a_thousand_million_million() {
        assertThat(LogLoss.mean(List.of(outcome("d", 1, 0))).orElseThrow()).isCloseTo(-Math.log(1e-15), within(1e-9));
    }

    @Test
    void a_quarter_each_costs_the_logarithm_of_four() {
        LabelDistribution even = LabelDistribution.of(0.25f, 0.25f, 0.25f, 0.25f);
        assertThat(LogLoss.mean(List.of(Outcome.of("d", 0, even), Outcome.of("d", 3, even))))
                .hasValue(Math.log(4));
    }

    @Test
    void without_units_there_is_no_loss() {
        assertThat(LogLoss.mean(List.of())).isEmpty();
    }
}
