package framing.tuning;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2), after clipping the norm of all gradients
 * together (Pascanu et al. 2013). At step t, with g the clipped gradient, alpha the learning rate of the group and eta the
 * schedule's factor:
 *
 * <pre>
 *   m = beta1 m + (1 - beta1) g
 *   v = beta2 v + (1 - beta2) g^2
 *   theta = theta - eta alpha (m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + epsilon) + lambda theta)
 * </pre>
 *
 * <p>As in PyTorch, and other than in the paper, the decay lambda is multiplied by alpha too. Biases and LayerNorm do not
 * decay. Tensors are worked on in parallel; as no sum crosses a chunk's border, the number of threads changes nothing.
 */
public final class AdamW {
    private static final int CHUNK = 1 << 13;

    private final Settings settings;
    private final Schedule schedule;
    private final List<Chunk> chunks;
    private int steps;

    /**
     * What does not depend on the step.
     *
     * @param beta1               decay of the mean of gradients
     * @param beta2               decay of the mean of squared gradients
     * @param epsilon             keeps the quotient finite
     * @param weightDecay         lambda
     * @param largestGradientNorm longer gradients are shortened to this length
     */
    public record Settings(double beta1, double beta2, double epsilon, double weightDecay, double largestGradientNorm) {
        /** What BERT is usually tuned with (Devlin et al. 2019, appendix A.2). */
        public static final Settings OF_BERT = new Settings(0.9, 0.999, 1e-8, 0.01, 1.0);

        public Settings {
            if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1)) {
                throw new IllegalArgumentException(
                        "betas must be from 0 to below 1, but were " + beta1 + " and " + beta2);
            }
            if (!(epsilon > 0 && weightDecay >= 0 && largestGradientNorm > 0)) {
                throw new IllegalArgumentException("epsilon and the largest norm must be positive and weight decay not"
                        + " negative, but were " + epsilon + ", " + largestGradientNorm + " and " + weightDecay);
            }
        }
    }

    /**
     * Linear warm-up, then linear decay to zero: the factor eta by which all learning rates are multiplied.
     *
     * @param warmUpSteps until the full rate is reached; 0 begins with it
     * @param totalSteps  until nothing moves any more
     */
    public record Schedule(int warmUpSteps, int totalSteps) {
        public Schedule {
            if (warmUpSteps < 0 || totalSteps <= warmUpSteps) {
                throw new IllegalArgumentException("there must be more steps than those of the warm-up, but there were "
                        + totalSteps + " and " + warmUpSteps);
            }
        }

        /** The factor of a step counted from 0, above zero for all but the steps after the last. */
        public double factor(int step) {
            if (step < warmUpSteps) {
                return (step + 1.0) / (warmUpSteps + 1.0);
            }
            return Math.max(0, (double) (totalSteps - step) / (totalSteps - warmUpSteps));
        }
    }

    /** Weights, the gradients of the same tensors, and the learning rate alpha at its highest. */
    public record Group(Parameters weights, Parameters gradients, double learningRate) {
        public Group {
            if (!weights.names().equals(gradients.names()) || weights.size() != gradients.size()) {
                throw new IllegalArgumentException("weights and gradients must have the same tensors, but have "
                        + weights.names() + " and " + gradients.names());
            }
            if (!(learningRate > 0)) {
                throw new IllegalArgumentException("a learning rate must be positive, but was " + learningRate);
            }
        }
    }

    /** An optimiser that has made no step yet. */
    public AdamW(List<Group> groups, Settings settings, Schedule schedule) {
        this.settings = settings;
        this.schedule = schedule;
        this.chunks = groups.stream().flatMap(group -> Chunk.of(group).stream()).toList();
    }

    /**
     * Moves the weights by the gradients as they are now.
     *
     * @return the norm of all gradients before clipping
     * @throws ArithmeticException when that norm is not finite; the weights have not been touched
     */
    public double step() {
        double norm = gradientNorm();
        if (!Double.isFinite(norm)) {
            throw new ArithmeticException(
                    "the gradient of step " + (steps + 1) + " is not finite: its norm is " + norm);
        }
        float clip = (float) Math.min(1, settings.largestGradientNorm / norm);
        double eta = schedule.factor(steps);
        steps++;
        chunks.parallelStream().forEach(chunk -> chunk.step(clip, eta, steps, settings));
        return norm;
    }

    /** How many steps were made. */
    public int steps() {
        return steps;
    }

    /** Writes what the optimiser remembers: the steps made, and m and v. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(steps);
        for (Chunk chunk : chunks) {
            StoredFloats.write(out, chunk.m);
            StoredFloats.write(out, chunk.v);
        }
    }

    /** Goes on where an optimiser of the same groups, settings and schedule wrote. */
    public void readFrom(DataInput in) throws IOException {
        steps = in.readInt();
        for (Chunk chunk : chunks) {
            StoredFloats.read(in, chunk.m);
            StoredFloats.read(in, chunk.v);
        }
    }

    private double gradientNorm() {
        double[] squares = new double[chunks.size()];
        IntStream.range(0, squares.length)
                .parallel()
                .forEach(i -> squares[i] = chunks.get(i).squaredGradientNorm());
        double sum = 0;
        for (double square : squares) {
            sum += square;
        }
        return Math.sqrt(sum);
    }

    /** Some neighbouring numbers of one tensor with their moments m and v. */
    private static final class Chunk {
        private final Group group;
        private final int position;
        private final boolean decays;
        private final float[] m;
        private final float[] v;

        private Chunk(Group group, int position, int length, boolean decays) {
            this.group = group;
            this.position = position;
            this.decays = decays;
            this.m = new float[length];
            this.v = new float[length];
        }

        static List<Chunk> of(Group group) {
            List<Chunk> chunks = new ArrayList<>();
            for (String name : group.weights.names()) {
                boolean decays = !name.endsWith(".bias") && !name.contains("LayerNorm");
                int size = group.weights.rows(name) * group.weights.columns(name);
                for (int from = 0; from < size; from += CHUNK) {
                    chunks.add(
                            new Chunk(group, group.weights.offset(name) + from, Math.min(CHUNK, size - from), decays));
                }
            }
            return chunks;
        }

        double squaredGradientNorm() {
            float[] g = read(group.gradients);
            return Sums.dot(g, g, 0, g.length);
        }

        void step(float clip, double eta, int t, Settings settings) {
            float[] g = read(group.gradients);
            float[] theta = read(group.weights);
            float beta1 = (float) settings.beta1;
            float beta2 = (float) settings.beta2;
            for (int i = 0; i < g.length; i++) {
                float gradient = g[i] * clip;
                m[i] = beta1 * m[i] + (1 - beta1) * gradient;
                v[i] = beta2 * v[i] + (1 - beta2) * gradient * gradient;
            }
            double rate = eta * group.learningRate;
            float stride = (float) (rate / (1 - Math.pow(settings.beta1, t)));
            float correction = (float) (1 / (1 - Math.pow(settings.beta2, t)));
            float epsilon = (float) settings.epsilon;
            float kept = decays ? (float) (1 - rate * settings.weightDecay) : 1;
            for (int i = 0; i < theta.length; i++) {
                float deviation = (float) Math.sqrt(v[i] * correction) + epsilon;
                theta[i] = theta[i] * kept - stride * m[i] / deviation;
            }
            group.weights.numbers().write(position, theta, 0, theta.length);
        }

        private float[] read(Parameters parameters) {
            float[] copy = new float[m.length];
            parameters.numbers().read(position, copy, 0, copy.length);
            return copy;
        }
    }
}
