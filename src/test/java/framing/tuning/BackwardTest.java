package framing.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The backward pass against central differences, by the loss L = sum(C * y) with a fixed random C. Floats carry seven
 * digits, so single partial derivatives are drowned in rounding; the derivative along a random direction of one whole
 * tensor is not. Among steps of .01, .03, .1 and .2 the fourth-order difference errs least with .03.
 */
class BackwardTest {
    private static final Parameters WEIGHTS = TinyEncoder.weights(4, 6, 1);
    private static final TokenStates BATCH = TinyEncoder.states(2, 5, 3);
    private static final float[] DIRECTION_OF_LOSS = TinyEncoder.gaussian(BATCH.values().length, 1, new Random(3));
    private static final double STEP = 0.03;

    static Stream<String> tensors() {
        return WEIGHTS.names().stream();
    }

    @ParameterizedTest
    @MethodSource("tensors")
    void the_gradient_of_a_tensor_is_what_finite_differences_say(String name) {
        Parameters weights = WEIGHTS.copy();
        float[] values = weights.get(name);
        float[] direction = unit(values.length, name.hashCode());
        float[] gradient = stackAfterBackward(weights, Dropout.NONE).gradients().get(name);

        double expected = derivative(step -> {
            weights.set(name, moved(values, direction, step));
            return loss(weights, BATCH, Dropout.NONE);
        });

        assertThat(dot(gradient, direction)).isCloseTo(expected, within(2e-3 * Math.max(0.1, Math.abs(expected))));
    }

    @Test
    void the_gradient_of_the_input_is_what_finite_differences_say() {
        float[] gradient = new float[BATCH.values().length];
        stackAfterBackward(WEIGHTS, Dropout.NONE).inputGradient().read(0, gradient, 0, gradient.length);
        for (int seed = 0; seed < 5; seed++) {
            float[] direction = unit(gradient.length, seed);
            double expected = derivative(
                    step -> loss(WEIGHTS, BATCH.withValues(moved(BATCH.values(), direction, step)), Dropout.NONE));
            assertThat(dot(gradient, direction)).isCloseTo(expected, within(2e-3 * Math.max(0.1, Math.abs(expected))));
        }
    }

    @Test
    void dropout_drops_on_the_way_back_what_it_dropped_on_the_way_there() {
        var dropout = new Dropout(0.3, 7, 0);
        float[] gradient = new float[BATCH.values().length];
        stackAfterBackward(WEIGHTS, dropout).inputGradient().read(0, gradient, 0, gradient.length);
        float[] direction = unit(gradient.length, 1);

        double expected =
                derivative(step -> loss(WEIGHTS, BATCH.withValues(moved(BATCH.values(), direction, step)), dropout));

        assertThat(dot(gradient, direction)).isCloseTo(expected, within(2e-3 * Math.max(0.1, Math.abs(expected))));
    }

    private static LayerStack stackAfterBackward(Parameters weights, Dropout dropout) {
        var stack = new LayerStack(List.of(4, 5), TinyEncoder.HEADS, weights);
        stack.forward(BATCH, dropout, new float[BATCH.values().length], 0);
        stack.backward(DIRECTION_OF_LOSS, 0);
        return stack;
    }

    private static double loss(Parameters weights, TokenStates batch, Dropout dropout) {
        float[] states = new float[batch.values().length];
        new LayerStack(List.of(4, 5), TinyEncoder.HEADS, weights).forward(batch, dropout, states, 0);
        return dot(states, DIRECTION_OF_LOSS);
    }

    /** f'(0) = (8 f(h) - 8 f(-h) - f(2h) + f(-2h)) / 12h, with an error of h^4. */
    private static double derivative(ToDoubleFunction<Double> f) {
        return (8 * (f.applyAsDouble(STEP) - f.applyAsDouble(-STEP))
                        - (f.applyAsDouble(2 * STEP) - f.applyAsDouble(-2 * STEP)))
                / (12 * STEP);
    }

    private static float[] unit(int length, long seed) {
        float[] direction = TinyEncoder.gaussian(length, 1, new Random(seed));
        double norm = Math.sqrt(dot(direction, direction));
        for (int i = 0; i < length; i++) {
            direction[i] /= (float) norm;
        }
        return direction;
    }

    private static float[] moved(float[] values, float[] direction, double step) {
        float[] moved = values.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += (float) (step * direction[i]);
        }
        return moved;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
