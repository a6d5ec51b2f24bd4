package framing.tuning;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Times training steps (forward, backward, AdamW) of the real encoder's upper layers on packed sequences of one length:
 *
 * <pre>
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp target/test-classes:target/classes:$(cat target/classpath) framing.tuning.TrainingStepBenchmark 8 16 48 30 2
 * </pre>
 *
 * <p>The arguments are the lowest tuned layer, the sequences of a batch, tokens of a sequence, steps and threads.
 */
final class TrainingStepBenchmark {
    private TrainingStepBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int[] numbers = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        int layer = numbers[0];
        int sequences = numbers[1];
        int length = numbers[2];
        int steps = numbers[3];
        TunedLayers layers = TunedLayers.of(EncoderFile.read().weightsFrom(layer), EncoderFile.HEADS, 0.1, numbers[4]);
        var optimizer = new AdamW(
                List.of(new AdamW.Group(layers.parameters(), layers.gradients(), 1e-5)),
                AdamW.Settings.OF_BERT,
                new AdamW.Schedule(10, 10_000));
        TokenStates batch = batch(sequences, length);
        float[] gradient = TinyEncoder.gaussian(batch.values().length, 0.01, new Random(2));

        for (int step = 0; step < 15; step++) {
            step(layers, optimizer, batch, gradient, step);
        }
        double[] milliseconds = new double[steps];
        long processorBefore = processorTime();
        for (int step = 0; step < steps; step++) {
            long started = System.nanoTime();
            step(layers, optimizer, batch, gradient, step);
            milliseconds[step] = (System.nanoTime() - started) / 1e6;
        }
        double processor = (processorTime() - processorBefore) / 1e6 / steps;
        Arrays.sort(milliseconds);
        double median = milliseconds[steps / 2];
        System.out.printf(
                Locale.ROOT,
                "framing: layers %d-11, %d x %d tokens: median %.1f ms, fastest %.1f ms, processor %.1f ms a step, %.0f tokens/s%n",
                layer,
                sequences,
                length,
                median,
                milliseconds[0],
                processor,
                sequences * length / median * 1000);
    }

    /** Of the whole process, for other work on the machine makes the clock unfair. */
    private static long processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static TokenStates batch(int sequences, int length) {
        int[] starts = new int[sequences];
        Arrays.setAll(starts, i -> i * length);
        return TokenStates.of(
                EncoderFile.WIDTH,
                TinyEncoder.gaussian(sequences * length * EncoderFile.WIDTH, 0.5, new Random(1)),
                starts);
    }

    private static void step(TunedLayers layers, AdamW optimizer, TokenStates batch, float[] gradient, long seed) {
        layers.forward(batch, seed);
        layers.backward(gradient);
        optimizer.step();
    }
}
