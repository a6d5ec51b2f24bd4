package framing.scoring;

import framing.corpus.BenchmarkTexts;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Writing one row of CSV: a text, twelve probabilities and a few words more. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CsvBenchmark {
    private final CsvOutput csv;
    private final List<String> texts =
            BenchmarkTexts.articles(20).stream().flatMap(List::stream).toList();
    private int next;

    public CsvBenchmark() {
        try {
            csv = new CsvOutput(Writer.nullWriter());
        } catch (IOException e) {
            throw new IllegalStateException("The writer takes everything", e);
        }
    }

    @Benchmark
    public void row() throws IOException {
        next = (next + 1) % texts.size();
        Object share = Probability.of(0.25f);
        csv.row(List.of(
                "doc-1",
                next,
                "body",
                10,
                90,
                texts.get(next),
                "factual_report",
                share,
                "no",
                share,
                share,
                share,
                share,
                share,
                share,
                share,
                share,
                share,
                share,
                "Gazette",
                "conflict-news-en@12345678"));
    }
}
