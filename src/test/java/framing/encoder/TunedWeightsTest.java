package framing.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TunedWeightsTest {
    private static final Map<String, Tensor> OWN = Map.of(
            "m.weight", new Tensor(new int[] {2, 2}, new float[] {1, 2, 3, 4}),
            "m.bias", new Tensor(new int[] {2}, new float[] {0, 1}));
    private static final Map<String, Tensor> TUNED = Map.of(
            "m.weight", new Tensor(new int[] {2, 2}, new float[] {1.127f, 2, 2.9f, 4}),
            "m.bias", new Tensor(new int[] {2}, new float[] {0.5f, 0.25f}));

    @Test
    void a_matrix_comes_back_to_within_half_a_step_of_its_column() {
        TunedWeights weights = TunedWeights.between(OWN, TUNED);

        assertThat(Objects.requireNonNull(weights.scales().get("m.weight")).values())
                .satisfies(scales -> assertThat(scales[0]).isBetween(0.00099f, 0.00101f))
                .satisfies(scales -> assertThat(scales[1]).isZero());
        float[] back =
                Objects.requireNonNull(weights.applyTo(OWN).get("m.weight")).values();
        assertThat(back[0]).isBetween(1.1265f, 1.1275f);
        assertThat(back[2]).isBetween(2.8995f, 2.9005f);
        assertThat(back[1]).isEqualTo(2);
    }

    @Test
    void a_vector_comes_back_as_it_was() {
        TunedWeights weights = TunedWeights.between(OWN, TUNED);

        assertThat(Objects.requireNonNull(weights.applyTo(OWN).get("m.bias")).values())
                .containsExactly(0.5f, 0.25f);
    }

    @Test
    void tensors_that_the_encoder_does_not_have_are_refused() {
        assertThatThrownBy(() -> TunedWeights.between(Map.of(), TUNED)).hasMessageContaining("has no tensor m.");
        TunedWeights weights = TunedWeights.between(OWN, TUNED);
        Map<String, Tensor> smaller = Map.of("m.weight", new Tensor(new int[] {1, 2}, new float[] {1, 2}));
        assertThatThrownBy(() -> weights.applyTo(smaller)).hasMessageContaining("of this size");
    }
}
