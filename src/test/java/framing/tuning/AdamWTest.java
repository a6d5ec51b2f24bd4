package framing.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdamWTest {
    private static final AdamW.Schedule LONG = new AdamW.Schedule(0, 1_000_000);

    /** Step by step in doubles, from the formulas of the class. */
    @Test
    void three_steps_are_those_of_the_formula() {
        Parameters weights = one("dense.weight", 0.5f);
        Parameters gradients = weights.zeros();
        var optimizer = optimizer(weights, gradients, 0.1, new AdamW.Settings(0.9, 0.99, 1e-8, 0.02, 100), LONG);
        double theta = 0.5;
        double m = 0;
        double v = 0;
        double[] given = {0.3, -0.2, 0.7};
        for (int t = 1; t <= 3; t++) {
            double g = given[t - 1];
            gradients.set("dense.weight", new float[] {(float) g});
            optimizer.step();

            double rate = 0.1 * LONG.factor(t - 1);
            m = 0.9 * m + 0.1 * g;
            v = 0.99 * v + 0.01 * g * g;
            theta -= rate
                    * (m / (1 - Math.pow(0.9, t)) / (Math.sqrt(v / (1 - Math.pow(0.99, t))) + 1e-8) + 0.02 * theta);
            assertThat((double) weights.get("dense.weight")[0]).isCloseTo(theta, within(1e-6));
        }
    }

    @Test
    void biases_and_layer_norms_do_not_decay() {
        Parameters weights = Parameters.builder()
                .vector("dense.weight", new float[] {1})
                .vector("dense.bias", new float[] {1})
                .vector("output.LayerNorm.weight", new float[] {1})
                .build();
        optimizer(weights, weights.zeros(), 0.1, new AdamW.Settings(0.9, 0.999, 1e-8, 0.5, 1), LONG)
                .step();

        assertThat(weights.get("dense.weight")).containsExactly(new float[] {0.95f}, within(1e-6f));
        assertThat(weights.get("dense.bias")).containsExactly(1);
        assertThat(weights.get("output.LayerNorm.weight")).containsExactly(1);
    }

    @Test
    void gradients_of_all_groups_are_clipped_together() {
        Parameters encoder = one("encoder.weight", 0);
        Parameters head = one("head.weight", 0);
        Parameters encoderGradients = one("encoder.weight", 3);
        Parameters headGradients = one("head.weight", 4);
        // With epsilon far above the gradient, a first step is nearly rate * gradient / epsilon.
        var settings = new AdamW.Settings(0.9, 0.999, 1000, 0, 1);
        var optimizer = new AdamW(
                List.of(new AdamW.Group(encoder, encoderGradients, 1000), new AdamW.Group(head, headGradients, 2000)),
                settings,
                LONG);

        assertThat(optimizer.step()).isCloseTo(5, within(1e-6));

        assertThat(encoder.get("encoder.weight")[0]).isCloseTo(-0.6f, within(1e-3f));
        assertThat(head.get("head.weight")[0]).isCloseTo(-1.6f, within(3e-3f));
    }

    @Test
    void a_gradient_that_is_no_number_stops_before_the_weights_move() {
        Parameters weights = one("dense.weight", 0.5f);
        Parameters gradients = one("dense.weight", Float.NaN);
        var optimizer = optimizer(weights, gradients, 0.1, AdamW.Settings.OF_BERT, LONG);

        assertThatThrownBy(optimizer::step)
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the gradient of step 1 is not finite: its norm is NaN");
        assertThat(weights.get("dense.weight")).containsExactly(0.5f);
    }

    @Test
    void the_rate_warms_up_and_decays_on_straight_lines() {
        var schedule = new AdamW.Schedule(3, 7);

        assertThat(new double[] {
                    schedule.factor(0),
                    schedule.factor(1),
                    schedule.factor(2),
                    schedule.factor(3),
                    schedule.factor(5),
                    schedule.factor(6),
                    schedule.factor(7),
                    schedule.factor(8)
                })
                .containsExactly(new double[] {0.25, 0.5, 0.75, 1, 0.5, 0.25, 0, 0}, within(1e-12));
    }

    @Test
    void a_valley_leads_to_its_floor() {
        float[] start = new float[20_000];
        Arrays.fill(start, 1);
        Parameters weights = Parameters.builder().vector("dense.bias", start).build();
        Parameters gradients = weights.zeros();
        var optimizer = optimizer(weights, gradients, 0.05, AdamW.Settings.OF_BERT, new AdamW.Schedule(0, 200));
        for (int step = 0; step < 200; step++) {
            gradients.set("dense.bias", weights.get("dense.bias"));
            optimizer.step();
        }
        assertThat(weights.get("dense.bias")).containsExactly(new float[start.length], within(0.01f));
        assertThat(optimizer.steps()).isEqualTo(200);
    }

    @Test
    void a_schedule_that_never_reaches_its_rate_is_refused() {
        assertThatThrownBy(() -> new AdamW.Schedule(10, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void gradients_of_other_tensors_are_refused() {
        assertThatThrownBy(() -> new AdamW.Group(one("a.weight", 0), one("b.weight", 0), 1))
                .hasMessageContaining("the same tensors");
    }

    private static Parameters one(String name, float value) {
        return Parameters.builder().vector(name, new float[] {value}).build();
    }

    private static AdamW optimizer(
            Parameters weights, Parameters gradients, double rate, AdamW.Settings settings, AdamW.Schedule schedule) {
        return new AdamW(List.of(new AdamW.Group(weights, gradients, rate)), settings, schedule);
    }
}
