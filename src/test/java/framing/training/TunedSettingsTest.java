package framing.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import framing.UserFacingException;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TunedSettingsTest {
    private static TunedSettings settings(OptionalInt top, OptionalInt layers) {
        return new TunedSettings(top, layers, 128, 5, 1024, 1e-4, 1e-3, 0.1, 0.3, 1);
    }

    @Test
    void articles_are_read_to_the_last_layer_and_sentences_to_the_eighth() {
        assertThat(TunedSettings.DEFAULT.decided(true).asMap())
                .containsEntry("top_layer", "12")
                .containsEntry("tuned_layers", "8");
        assertThat(TunedSettings.DEFAULT.decided(false).asMap())
                .containsEntry("top_layer", "8")
                .containsEntry("tuned_layers", "4");
    }

    @Test
    void what_was_asked_for_is_kept() {
        assertThat(settings(OptionalInt.of(10), OptionalInt.empty())
                        .decided(true)
                        .asMap())
                .containsEntry("top_layer", "10")
                .containsEntry("tuned_layers", "6");
        assertThat(settings(OptionalInt.of(3), OptionalInt.empty())
                        .decided(true)
                        .asMap())
                .containsEntry("tuned_layers", "1");
        assertThat(settings(OptionalInt.empty(), OptionalInt.of(2))
                        .decided(false)
                        .asMap())
                .containsEntry("top_layer", "8")
                .containsEntry("tuned_layers", "2");
    }

    @Test
    void layers_that_are_not_there_are_refused() {
        assertThatThrownBy(() -> settings(OptionalInt.of(13), OptionalInt.empty()))
                .hasMessage("the top layer must be from 2 to 12, but was 13");
        assertThatThrownBy(() -> settings(OptionalInt.of(8), OptionalInt.of(8)))
                .hasMessage("tuned layers must be from 1 to 7 with the top layer 8, but were 8");
        assertThatThrownBy(
                        () -> settings(OptionalInt.empty(), OptionalInt.of(8)).decided(false))
                .isInstanceOf(UserFacingException.class)
                .hasMessage("tuned layers must be from 1 to 7 with the top layer 8, but were 8.");
    }
}
