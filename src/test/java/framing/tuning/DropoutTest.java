package framing.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DropoutTest {
    @Test
    void the_asked_share_is_dropped_and_the_rest_makes_up_for_it() {
        var dropout = new Dropout(0.1, 3, 0);
        int dropped = 0;
        double sum = 0;
        for (int row = 0; row < 1000; row++) {
            for (float value : applied(dropout, row)) {
                dropped += value == 0 ? 1 : 0;
                sum += value;
            }
        }
        assertThat(dropped / 384_000.0).isCloseTo(0.1, within(0.003));
        assertThat(sum / 384_000).isCloseTo(1, within(0.003));
    }

    @Test
    void rows_sites_and_seeds_drop_different_numbers() {
        var dropout = new Dropout(0.5, 3, 0);

        assertThat(applied(dropout, 0)).isNotEqualTo(applied(dropout, 1));
        assertThat(applied(dropout.at(1), 0)).isNotEqualTo(applied(dropout.at(2), 0));
        assertThat(applied(new Dropout(0.5, 4, 0), 0)).isNotEqualTo(applied(dropout, 0));
    }

    @Test
    void a_token_loses_the_same_numbers_wherever_its_share_of_the_batch_begins() {
        var dropout = new Dropout(0.5, 3, 0).at(5);

        assertThat(applied(dropout.from(70), 7)).isEqualTo(applied(dropout, 77));
    }

    @Test
    void no_dropout_changes_nothing() {
        assertThat(applied(Dropout.NONE, 0)).containsOnly(1);
    }

    @Test
    void a_rate_of_one_or_nan_is_refused() {
        assertThatThrownBy(() -> new Dropout(1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Dropout(Double.NaN, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static float[] applied(Dropout dropout, int row) {
        float[] ones = new float[384];
        Arrays.fill(ones, 1);
        dropout.apply(ones, row);
        return ones;
    }
}
