package framing.tuning;

import java.util.Random;

/** Random weights and token states small enough for finite differences. */
final class TinyEncoder {
    static final int WIDTH = 8;
    static final int FEED_FORWARD = 16;
    static final int HEADS = 2;

    private TinyEncoder() {}

    /** Layers from one to before another, with weights large enough that nothing is nearly linear. */
    static Parameters weights(int fromLayer, int toLayer, long seed) {
        var random = new Random(seed);
        Parameters.Builder builder = Parameters.builder();
        for (int layer = fromLayer; layer < toLayer; layer++) {
            String name = "encoder.layer." + layer + ".";
            linear(builder, name + "attention.self.query", WIDTH, WIDTH, random);
            linear(builder, name + "attention.self.key", WIDTH, WIDTH, random);
            linear(builder, name + "attention.self.value", WIDTH, WIDTH, random);
            linear(builder, name + "attention.output.dense", WIDTH, WIDTH, random);
            norm(builder, name + "attention.output.LayerNorm", random);
            linear(builder, name + "intermediate.dense", WIDTH, FEED_FORWARD, random);
            linear(builder, name + "output.dense", FEED_FORWARD, WIDTH, random);
            norm(builder, name + "output.LayerNorm", random);
        }
        return builder.build();
    }

    private static void linear(Parameters.Builder builder, String name, int in, int out, Random random) {
        builder.matrix(name + ".weight", in, out, gaussian(in * out, 0.4, random));
        builder.vector(name + ".bias", gaussian(out, 0.3, random));
    }

    private static void norm(Parameters.Builder builder, String name, Random random) {
        float[] gamma = gaussian(WIDTH, 0.2, random);
        for (int i = 0; i < gamma.length; i++) {
            gamma[i] += 1;
        }
        builder.vector(name + ".weight", gamma);
        builder.vector(name + ".bias", gaussian(WIDTH, 0.2, random));
    }

    /** Sequences of these lengths. */
    static TokenStates states(long seed, int... lengths) {
        var random = new Random(seed);
        int[] starts = new int[lengths.length];
        int tokens = 0;
        for (int i = 0; i < lengths.length; i++) {
            starts[i] = tokens;
            tokens += lengths[i];
        }
        return TokenStates.of(WIDTH, gaussian(tokens * WIDTH, 1, random), starts);
    }

    static float[] gaussian(int length, double deviation, Random random) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return values;
    }
}
