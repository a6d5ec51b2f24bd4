package framing.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HeadTest {
    @Test
    void logits_are_weights_times_features_plus_bias() {
        Head head = new Head(new float[] {1, 2, 3, 4, 5, 6}, new float[] {0.5f, -1});

        assertThat(head.labels()).isEqualTo(2);
        assertThat(head.features()).isEqualTo(3);
        assertThat(head.logits(new float[] {1, 0, 2})).containsExactly(7.5, 15);
    }

    @Test
    void a_head_of_one_label_or_of_uneven_rows_is_refused() {
        assertThatThrownBy(() -> new Head(new float[] {1, 2}, new float[] {0}))
                .hasMessage("a head needs labels x features weights, but had 2 for 1 labels");
        assertThatThrownBy(() -> new Head(new float[] {1, 2, 3}, new float[] {0, 0}))
                .hasMessage("a head needs labels x features weights, but had 3 for 2 labels");
        assertThatThrownBy(() -> new Head(new float[] {}, new float[] {})).hasMessageContaining("0 labels");
    }
}
