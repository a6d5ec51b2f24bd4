package framing.corpus;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Splitting an article into sentences. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SplitterBenchmark {
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final List<Document> documents = BenchmarkTexts.documents(100);
    private int next;

    @Benchmark
    public List<Sentence> article() {
        next = (next + 1) % documents.size();
        return splitter.split(documents.get(next));
    }
}
