package framing.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TunedLayersTest {
    private static final Parameters WEIGHTS = TinyEncoder.weights(10, 12, 1);
    private static final TokenStates BATCH = TinyEncoder.states(2, 5, 1, 9, 4, 7);

    @Test
    void a_sequence_does_not_see_the_others_of_its_batch() {
        float[] together = layers(2, 0).forward(BATCH).values();
        TokenStates alone = BATCH.slice(2, 3);

        float[] states = layers(2, 0).forward(alone).values();

        int start = BATCH.start(2) * TinyEncoder.WIDTH;
        assertThat(Arrays.copyOfRange(together, start, start + states.length)).containsExactly(states, within(1e-6f));
    }

    @Test
    void the_same_seeds_and_threads_give_the_same_bytes() {
        assertThat(trained(2)).isEqualTo(trained(2));
        assertThat(trained(1)).isEqualTo(trained(1));
    }

    @Test
    void another_number_of_threads_gives_the_same_but_for_rounding() {
        assertThat(trained(1)).containsExactly(trained(2), within(1e-4f));
        assertThat(trained(1)).containsExactly(trained(7), within(1e-4f));
    }

    /** The weights after some steps with dropout. */
    private static float[] trained(int threads) {
        TunedLayers layers = layers(threads, 0.2);
        AdamW optimizer = optimizer(layers);
        for (int step = 0; step < 5; step++) {
            TokenStates batch = step % 2 == 0 ? BATCH : BATCH.slice(1, 3);
            step(layers, optimizer, batch, step);
        }
        return layers.parameters()
                .tensor("encoder.layer.10.intermediate.dense.weight")
                .ravel()
                .toFloatVector();
    }

    @Test
    void gradients_are_those_of_the_last_batch_alone() {
        TunedLayers layers = layers(2, 0);
        backward(layers, BATCH);
        backward(layers, BATCH.slice(0, 1));

        TunedLayers fresh = layers(2, 0);
        backward(fresh, BATCH.slice(0, 1));

        for (String name : WEIGHTS.names()) {
            assertThat(layers.gradients().get(name)).isEqualTo(fresh.gradients().get(name));
        }
    }

    @Test
    void layers_learn_to_give_what_they_are_taught() {
        TunedLayers layers = layers(2, 0);
        AdamW optimizer = optimizer(layers);
        double first = step(layers, optimizer, BATCH, 0);
        double last = first;
        for (int step = 1; step < 150; step++) {
            last = step(layers, optimizer, BATCH, step);
        }
        assertThat(last).isLessThan(first / 4);
    }

    /** One step towards states that are fixed random numbers; returns half the mean squared distance before it. */
    private static double step(TunedLayers layers, AdamW optimizer, TokenStates batch, long seed) {
        float[] target = TinyEncoder.gaussian(batch.values().length, 1, new Random(11));
        float[] difference = layers.forward(batch, seed).values().clone();
        double loss = 0;
        for (int i = 0; i < difference.length; i++) {
            difference[i] = (difference[i] - target[i]) / difference.length;
            loss += 0.5 * difference[i] * difference[i] * difference.length;
        }
        layers.backward(difference);
        optimizer.step();
        return loss;
    }

    @Test
    void a_snapshot_brings_the_weights_back() {
        TunedLayers layers = layers(2, 0);
        float[] before = layers.forward(BATCH).values();
        Parameters snapshot = layers.parameters().copy();
        step(layers, optimizer(layers), BATCH, 0);
        assertThat(layers.forward(BATCH).values()).isNotEqualTo(before);

        layers.parameters().assign(snapshot);

        assertThat(layers.forward(BATCH).values()).isEqualTo(before);
    }

    @Test
    void the_weights_given_at_the_start_stay_as_they_are() {
        Parameters given = WEIGHTS.copy();
        TunedLayers layers = TunedLayers.of(given, TinyEncoder.HEADS, 0, 1);
        step(layers, optimizer(layers), BATCH, 0);

        for (String name : WEIGHTS.names()) {
            assertThat(given.get(name)).isEqualTo(WEIGHTS.get(name));
        }
    }

    @Test
    void dropout_is_for_training_only_and_follows_its_seed() {
        TunedLayers layers = layers(2, 0.5);
        float[] evaluation = layers.forward(BATCH).values();

        assertThat(evaluation).isEqualTo(layers(2, 0).forward(BATCH).values());
        assertThat(layers.forward(BATCH, 1).values()).isNotEqualTo(evaluation);
        assertThat(layers.forward(BATCH, 1).values())
                .isEqualTo(layers.forward(BATCH, 1).values());
        assertThat(layers.forward(BATCH, 1).values())
                .isNotEqualTo(layers.forward(BATCH, 2).values());
    }

    @Test
    void one_long_sequence_beside_short_ones_leaves_no_thread_a_broken_share() {
        TokenStates uneven = TinyEncoder.states(3, 1, 1, 40, 1);
        float[] one = layers(1, 0).forward(uneven).values();

        assertThat(layers(3, 0).forward(uneven).values()).containsExactly(one, within(1e-5f));
    }

    @Test
    void layers_with_a_gap_between_them_are_refused() {
        Parameters.Builder gap = Parameters.builder();
        gap.vector("encoder.layer.8.output.dense.bias", new float[8]);
        gap.vector("encoder.layer.10.output.dense.bias", new float[8]);

        assertThatThrownBy(() -> TunedLayers.of(gap.build(), 2, 0, 1))
                .hasMessage("tuned layers must follow one another, but are [8, 10]");
    }

    @Test
    void a_missing_tensor_is_named() {
        Parameters weights = Parameters.builder()
                .matrix("encoder.layer.8.intermediate.dense.weight", 8, 16, new float[128])
                .build();

        assertThatThrownBy(() -> TunedLayers.of(weights, 2, 0, 1))
                .hasMessageContaining("encoder.layer.8.attention.self.query.weight");
    }

    @Test
    void backward_before_forward_is_refused() {
        assertThatThrownBy(() -> layers(1, 0).backward(new float[8])).isInstanceOf(IllegalStateException.class);
    }

    private static TunedLayers layers(int threads, double dropout) {
        return TunedLayers.of(WEIGHTS, TinyEncoder.HEADS, dropout, threads);
    }

    private static AdamW optimizer(TunedLayers layers) {
        return new AdamW(
                List.of(new AdamW.Group(layers.parameters(), layers.gradients(), 0.01)),
                AdamW.Settings.OF_BERT,
                new AdamW.Schedule(5, 1000));
    }

    private static void backward(TunedLayers layers, TokenStates batch) {
        layers.forward(batch);
        layers.backward(TinyEncoder.gaussian(batch.values().length, 1, new Random(4)));
    }
}
