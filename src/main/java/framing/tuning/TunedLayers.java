package framing.tuning;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The top layers of the encoder while they learn: token states of the frozen layer below go in, token states of the last
 * layer come out, and the gradient goes the same way back.
 *
 * <pre>{@code
 * var layers = TunedLayers.of(weights, 12, 0.1, 2);
 * var encoder = new AdamW.Group(layers.parameters(), layers.gradients(), 1e-4);
 * var optimizer = new AdamW(List.of(encoder, heads), AdamW.Settings.OF_BERT, schedule);
 * TokenStates states = layers.forward(batch, seed);
 * layers.backward(gradientOfLoss(states));
 * optimizer.step();
 * }</pre>
 *
 * <p>A batch is divided among threads by whole sequences; each has gradients of its own, which are added in a fixed order.
 * The same weights, batches, seeds and number of threads give the same bytes on the same machine; another number of
 * threads gives the same up to rounding. Not for several callers at once.
 *
 * <p>ND4J's BLAS is set to one thread for the whole process, for its threads and these would fight for the same cores.
 */
public final class TunedLayers {
    private static final Pattern LAYER = Pattern.compile("encoder\\.layer\\.(\\d+)\\..*");
    private static final int CHUNK = 1 << 14;

    private final Parameters weights;
    private final Parameters gradients;
    private final double dropoutRate;
    private final List<LayerStack> stacks;
    private @Nullable Division division;

    /** The last batch, and the sequence with which each thread's share begins, and the end. */
    private record Division(TokenStates batch, List<Integer> bounds) {
        /** Shares of about as many tokens, but of whole sequences; with few sequences, some are empty. */
        static Division of(TokenStates batch, int shares) {
            return new Division(
                    batch,
                    IntStream.rangeClosed(0, shares)
                            .map(share -> nearest(batch, (long) batch.tokens() * share / (double) shares))
                            .boxed()
                            .toList());
        }

        private static int nearest(TokenStates batch, double token) {
            int sequence = 0;
            while (sequence < batch.sequences() && batch.start(sequence) + batch.length(sequence) / 2.0 <= token) {
                sequence++;
            }
            return sequence;
        }

        boolean isEmpty(int share) {
            return bounds.get(share).equals(bounds.get(share + 1));
        }

        TokenStates batchOf(int share) {
            return batch.slice(bounds.get(share), bounds.get(share + 1));
        }

        int firstToken(int share) {
            return batch.start(bounds.get(share));
        }

        IntStream shares() {
            return IntStream.range(0, bounds.size() - 1).filter(share -> !isEmpty(share));
        }
    }

    private TunedLayers(Parameters weights, List<LayerStack> stacks, double dropoutRate) {
        this.weights = weights;
        this.gradients = weights.zeros();
        this.stacks = stacks;
        this.dropoutRate = dropoutRate;
    }

    /**
     * Layers that begin with a copy of these weights.
     *
     * @param initial     the sixteen tensors of every layer, as {@code encoder.layer.8.attention.self.query.weight}, of
     *                    layers that follow one another
     * @param heads       of attention
     * @param dropoutRate of the outputs of attention and of the feed-forward network, while training
     * @param threads     among which a batch is divided
     */
    public static TunedLayers of(Parameters initial, int heads, double dropoutRate, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("there must be at least one thread, but there were " + threads);
        }
        List<Integer> layers = layersOf(initial);
        Parameters weights = initial.copy();
        Nd4j.factory().blas().setMaxThreads(1);
        return new TunedLayers(
                weights,
                Stream.generate(() -> new LayerStack(layers, heads, weights))
                        .limit(threads)
                        .toList(),
                new Dropout(dropoutRate, 0, 0).rate());
    }

    private static List<Integer> layersOf(Parameters weights) {
        List<Integer> layers = weights.names().stream()
                .map(LAYER::matcher)
                .filter(Matcher::matches)
                .map(name -> Integer.valueOf(name.group(1)))
                .distinct()
                .sorted()
                .toList();
        if (layers.isEmpty() || layers.get(layers.size() - 1) - layers.get(0) != layers.size() - 1) {
            throw new IllegalArgumentException("tuned layers must follow one another, but are " + layers);
        }
        return layers;
    }

    /** The states after the last layer, without dropout. */
    public TokenStates forward(TokenStates batch) {
        return forward(batch, Dropout.NONE);
    }

    /** The states after the last layer with dropout, as for training. Give another seed at every step. */
    public TokenStates forward(TokenStates batch, long seed) {
        return forward(batch, new Dropout(dropoutRate, seed, 0));
    }

    private TokenStates forward(TokenStates batch, Dropout dropout) {
        Division shares = Division.of(batch, stacks.size());
        float[] states = new float[batch.values().length];
        shares.shares().parallel().forEach(share -> {
            int token = shares.firstToken(share);
            stacks.get(share).forward(shares.batchOf(share), dropout.from(token), states, token * batch.width());
        });
        division = shares;
        return batch.withValues(states);
    }

    /**
     * Makes {@link #gradients()} those of the last batch; nothing is carried over from batches before.
     *
     * @param gradient of the loss with respect to the states that {@link #forward} returned, tokens x width
     */
    public void backward(float[] gradient) {
        Division shares = division;
        if (shares == null || shares.batch.values().length != gradient.length) {
            throw new IllegalStateException("backward must follow forward of a batch of the same size");
        }
        shares.shares()
                .parallel()
                .forEach(
                        share -> stacks.get(share).backward(gradient, shares.firstToken(share) * shares.batch.width()));
        addGradients(shares.shares()
                .mapToObj(share -> stacks.get(share).gradients().numbers())
                .toList());
    }

    private void addGradients(List<Matrix> parts) {
        IntStream.rangeClosed(0, (gradients.size() - 1) / CHUNK).parallel().forEach(chunk -> {
            int position = chunk * CHUNK;
            float[] sum = new float[Math.min(CHUNK, gradients.size() - position)];
            float[] part = new float[sum.length];
            for (Matrix numbers : parts) {
                numbers.read(position, part, 0, part.length);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += part[i];
                }
            }
            gradients.numbers().write(position, sum, 0, sum.length);
        });
    }

    /** The weights, which an optimiser changes in place; {@link Parameters#copy} is a snapshot of them. */
    public Parameters parameters() {
        return weights;
    }

    /** The gradients of the last batch, for the same tensors. */
    public Parameters gradients() {
        return gradients;
    }
}
