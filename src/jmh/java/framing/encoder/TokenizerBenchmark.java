package framing.encoder;

import framing.corpus.BenchmarkTexts;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Cutting an article's sentences into word pieces and laying them into windows. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class TokenizerBenchmark {
    private final SentenceTokenizer tokenizer =
            new SentenceTokenizer(SentenceTokenizer.definition(), "", new Reading(128));
    private final List<List<MarkedSentence>> articles = BenchmarkTexts.articles(100).stream()
            .map(article -> article.stream().map(MarkedSentence::plain).toList())
            .toList();
    private int next;

    @Benchmark
    public List<Window> article() {
        next = (next + 1) % articles.size();
        return tokenizer.windows(articles.get(next));
    }

    @TearDown
    public void close() {
        tokenizer.close();
    }
}
