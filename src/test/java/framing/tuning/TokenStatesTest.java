package framing.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenStatesTest {
    @Test
    void packed_sequences_lie_one_after_another() {
        TokenStates states = TokenStates.pack(2, List.of(new float[] {1, 2}, new float[] {3, 4, 5, 6}));

        assertThat(states.values()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(states.tokens()).isEqualTo(3);
        assertThat(states.sequences()).isEqualTo(2);
        assertThat(states.start(1)).isEqualTo(1);
        assertThat(states.length(0)).isEqualTo(1);
        assertThat(states.length(1)).isEqualTo(2);
    }

    @Test
    void a_slice_begins_anew() {
        TokenStates slice =
                TokenStates.of(1, new float[] {1, 2, 3, 4, 5, 6}, 0, 1, 3).slice(1, 3);

        assertThat(slice.values()).containsExactly(2, 3, 4, 5, 6);
        assertThat(slice.start(1)).isEqualTo(2);
        assertThat(slice.length(1)).isEqualTo(3);
    }

    @Test
    void empty_sequences_and_starts_out_of_order_are_refused() {
        float[] values = new float[6];
        assertThatThrownBy(() -> TokenStates.of(2, values, 0, 2, 2)).hasMessageContaining("[0, 2, 2]");
        assertThatThrownBy(() -> TokenStates.of(2, values, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TokenStates.of(2, values, 0, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TokenStates.of(2, values)).hasMessage("a batch needs at least one sequence");
        assertThatThrownBy(() -> TokenStates.pack(2, List.of(new float[2], new float[0])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbers_that_are_no_whole_vectors_are_refused() {
        assertThatThrownBy(() -> TokenStates.of(4, new float[6], 0)).hasMessage("6 numbers are not vectors of 4");
        assertThatThrownBy(() -> TokenStates.pack(4, List.of(new float[6]))).hasMessageContaining("sequence 0");
    }
}
