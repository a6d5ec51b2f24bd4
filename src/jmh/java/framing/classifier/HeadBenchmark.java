package framing.classifier;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A head of seven labels over the vectors of one layer (384) and of four layers with both neighbours (4,608). */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class HeadBenchmark {
    private static final int LABELS = 7;

    @Param({"384", "4608"})
    public int features;

    private Head head;
    private float[] unit;

    @Setup
    public void fill() {
        Random random = new Random(1);
        float[] weights = new float[LABELS * features];
        unit = new float[features];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian();
            unit[i % features] = weights[i];
        }
        head = new Head(weights, new float[LABELS]);
    }

    @Benchmark
    public double[] logits() {
        return head.logits(unit);
    }
}
