package framing.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class EncoderCardTest {
    private static EncoderCard card(List<Integer> layers, int width) {
        return new EncoderCard("e", "s", "t", "", layers, width, Reading.ONE_BY_ONE);
    }

    @Test
    void the_layers_stand_side_by_side() {
        assertThat(card(List.of(4, 12), 384).width()).isEqualTo(768);
    }

    @Test
    void an_encoder_without_layers_or_width_is_refused() {
        assertThatThrownBy(() -> card(List.of(), 384)).hasMessageContaining("at least one layer");
        assertThatThrownBy(() -> card(List.of(1), 0)).hasMessageContaining("width 0");
    }

    @Test
    void a_window_holds_no_more_than_the_encoder_reads() {
        assertThat(new Reading(256).windowTokens()).isEqualTo(256);
        assertThatThrownBy(() -> new Reading(257)).hasMessageContaining("257");
        assertThatThrownBy(() -> new Reading(-1)).hasMessageContaining("-1");
    }

    @Test
    void layers_that_the_encoder_does_not_have_are_refused() {
        assertThatThrownBy(() -> OnnxSentenceEncoder.open(List.of(0), "", Reading.ONE_BY_ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layers must be different ones from 1 to 12, but were [0]");
        assertThatThrownBy(() -> OnnxSentenceEncoder.open(List.of(12, 13), "", Reading.ONE_BY_ONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OnnxSentenceEncoder.open(List.of(4, 4), "", Reading.ONE_BY_ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
