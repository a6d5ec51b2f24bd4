package framing.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Two layers against ND4J's own automatic differentiation, in doubles and from simple operations, one sequence at a time.
 */
class SameDiffTest {
    private static final Parameters WEIGHTS = TinyEncoder.weights(0, 2, 5);
    private static final TokenStates BATCH = TinyEncoder.states(6, 4, 7, 2);
    private static final float[] LOSS = TinyEncoder.gaussian(BATCH.values().length, 1, new Random(7));

    @Test
    void states_are_those_of_samediff() {
        float[] states = layers().forward(BATCH).values();
        for (int sequence = 0; sequence < BATCH.sequences(); sequence++) {
            INDArray expected = new Graph(sequence).states();
            for (int i = 0; i < expected.length(); i++) {
                assertThat((double) states[BATCH.start(sequence) * TinyEncoder.WIDTH + i])
                        .isCloseTo(expected.getDouble(i), within(1e-5));
            }
        }
    }

    @Test
    void gradients_are_those_of_samediff() {
        TunedLayers layers = layers();
        layers.forward(BATCH);
        layers.backward(LOSS);

        Map<String, INDArray> expected = new HashMap<>();
        for (int sequence = 0; sequence < BATCH.sequences(); sequence++) {
            new Graph(sequence).gradients().forEach((name, gradient) -> expected.merge(name, gradient, INDArray::add));
        }
        for (String name : WEIGHTS.names()) {
            float[] gradient = layers.gradients().get(name);
            double[] reference =
                    Objects.requireNonNull(expected.get(name)).ravel().toDoubleVector();
            for (int i = 0; i < gradient.length; i++) {
                assertThat((double) gradient[i]).as(name).isCloseTo(reference[i], within(1e-4));
            }
        }
    }

    private static TunedLayers layers() {
        return TunedLayers.of(WEIGHTS, TinyEncoder.HEADS, 0, 2);
    }

    /** The two layers over one sequence. */
    private static final class Graph {
        private final SameDiff graph = SameDiff.create();
        private final SDVariable output;

        Graph(int sequence) {
            for (String name : WEIGHTS.names()) {
                graph.var(name, WEIGHTS.tensor(name).castTo(DataType.DOUBLE));
            }
            SDVariable x = graph.constant("x", ofSequence(BATCH.values(), sequence));
            for (int layer = 0; layer < 2; layer++) {
                x = layer("encoder.layer." + layer + ".", x);
            }
            output = x;
            x.mul(graph.constant("c", ofSequence(LOSS, sequence))).sum().markAsLoss();
        }

        private static INDArray ofSequence(float[] values, int sequence) {
            return Nd4j.createFromArray(values)
                    .castTo(DataType.DOUBLE)
                    .reshape(BATCH.tokens(), TinyEncoder.WIDTH)
                    .get(
                            NDArrayIndex.interval(
                                    BATCH.start(sequence), BATCH.start(sequence) + BATCH.length(sequence)),
                            NDArrayIndex.all())
                    .dup();
        }

        INDArray states() {
            return output.eval().ravel();
        }

        Map<String, INDArray> gradients() {
            return graph.calculateGradients(Map.of(), WEIGHTS.names());
        }

        private SDVariable layer(String name, SDVariable x) {
            SDVariable query = linear(name + "attention.self.query", x);
            SDVariable key = linear(name + "attention.self.key", x);
            SDVariable value = linear(name + "attention.self.value", x);
            int width = TinyEncoder.WIDTH / TinyEncoder.HEADS;
            SDVariable[] contexts = new SDVariable[TinyEncoder.HEADS];
            for (int head = 0; head < TinyEncoder.HEADS; head++) {
                SDVariable scores = columns(query, head, width)
                        .mmul(graph.transpose(columns(key, head, width)))
                        .div(Math.sqrt(width));
                contexts[head] = graph.nn().softmax(scores, 1).mmul(columns(value, head, width));
            }
            SDVariable context = graph.concat(1, contexts);
            SDVariable h =
                    norm(name + "attention.output.LayerNorm", x.add(linear(name + "attention.output.dense", context)));
            SDVariable u = linear(name + "intermediate.dense", h);
            SDVariable gelu = u.mul(graph.math().erf(u.div(Math.sqrt(2))).add(1).mul(0.5));
            return norm(name + "output.LayerNorm", h.add(linear(name + "output.dense", gelu)));
        }

        private SDVariable columns(SDVariable matrix, int head, int width) {
            SDVariable selected = graph.constant(Nd4j.eye(TinyEncoder.WIDTH)
                    .castTo(DataType.DOUBLE)
                    .get(NDArrayIndex.all(), NDArrayIndex.interval(head * width, (head + 1) * width))
                    .dup());
            return matrix.mmul(selected);
        }

        private SDVariable linear(String name, SDVariable x) {
            return x.mmul(graph.getVariable(name + ".weight")).add(graph.getVariable(name + ".bias"));
        }

        private SDVariable norm(String name, SDVariable s) {
            SDVariable centred = s.sub(s.mean(true, 1));
            SDVariable variance = centred.mul(centred).mean(true, 1);
            return centred.div(graph.math().sqrt(variance.add(1e-12)))
                    .mul(graph.getVariable(name + ".weight"))
                    .add(graph.getVariable(name + ".bias"));
        }
    }
}
