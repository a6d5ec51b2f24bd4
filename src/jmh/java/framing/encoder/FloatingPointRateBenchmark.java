package framing.encoder;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The encoder's floating-point rate beside that of one large matrix product, both in 32 bits; run with OMP_NUM_THREADS=1,
 * for the encoder uses one thread. The counter {@code gigaflops} is the figure to compare: multiplications and additions of
 * the products with weights and of attention, nothing else.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class FloatingPointRateBenchmark {
    private static final int SIDE = 2048;
    private static final double WIDTH = OnnxSentenceEncoder.LAYER_WIDTH;

    /** How many thousand million operations were done. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Operations {
        public double gigaflops;
    }

    private EncoderSession session;
    private List<Window> windows;
    private double encoderGigaflops;
    private INDArray left;
    private INDArray right;

    @Setup
    public void open() {
        List<Integer> last = List.of(OnnxSentenceEncoder.LAYERS);
        session = new EncoderSession(EncoderFile.read().exposing(last), Map.of(), last, 1024);
        windows = EncoderBenchmark.windows();
        encoderGigaflops = windows.stream()
                        .mapToDouble(window -> operations(window.length()))
                        .sum()
                / 1e9;
        left = Nd4j.rand(SIDE, SIDE);
        right = Nd4j.rand(SIDE, SIDE);
    }

    /** Twelve layers: four products of width by width, two of width by four times the width, and two in attention. */
    private static double operations(double tokens) {
        return OnnxSentenceEncoder.LAYERS * (2 * tokens * 12 * WIDTH * WIDTH + 2 * 2 * tokens * tokens * WIDTH);
    }

    @Benchmark
    public void encoder(Operations operations, Blackhole hole) {
        session.run(windows, (window, layer, states, offset) -> hole.consume(states));
        operations.gigaflops += encoderGigaflops;
    }

    @Benchmark
    public INDArray matrixProduct(Operations operations) {
        operations.gigaflops += 2.0 * SIDE * SIDE * SIDE / 1e9;
        return left.mmul(right);
    }

    @TearDown
    public void close() {
        session.close();
    }
}
