package framing.encoder;

import framing.corpus.BenchmarkTexts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** Windows of eight articles through the encoder, in batches of several sizes; on one thread, without the cache. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EncoderBenchmark {
    private static final List<Integer> LAYERS = List.of(12);

    /** Of tokens; 1 runs each window alone. */
    @Param({"1", "256", "1024", "4096"})
    public int batchTokens;

    @Param({"FP32", "INT8"})
    public Precision precision;

    private EncoderSession session;
    private List<Window> windows;

    @Setup
    public void open() {
        EncoderFile file = EncoderFile.read();
        session = precision == Precision.INT8
                ? new EncoderSession(file.inEightBits(TunedWeights.NONE, LAYERS), Map.of(), LAYERS, batchTokens)
                : new EncoderSession(file.exposing(LAYERS), Map.of(), LAYERS, batchTokens);
        windows = windows();
    }

    /** The windows of eight articles. */
    static List<Window> windows() {
        try (SentenceTokenizer tokenizer =
                new SentenceTokenizer(SentenceTokenizer.definition(), "", new Reading(128))) {
            return BenchmarkTexts.articles(8).stream()
                    .flatMap(
                            article -> tokenizer
                                    .windows(article.stream()
                                            .map(MarkedSentence::plain)
                                            .toList())
                                    .stream())
                    .toList();
        }
    }

    @Benchmark
    public void eightArticles(Blackhole hole) {
        session.run(windows, (window, layer, states, offset) -> hole.consume(states));
    }

    @TearDown
    public void close() {
        session.close();
    }
}
