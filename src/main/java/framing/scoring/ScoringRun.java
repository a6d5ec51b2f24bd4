package framing.scoring;

import framing.classifier.MarkedPrediction;
import framing.classifier.SentenceClassifier;
import framing.codebook.Mention;
import framing.corpus.Article;
import framing.corpus.Row;
import framing.corpus.RowSource;
import framing.encoder.MarkedSentence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Rows to scores: the calling thread reads, workers split and label, the calling thread writes, in the order of the input.
 * At most a few batches a worker are in memory.
 */
final class ScoringRun {
    private static final int BATCHES_IN_FLIGHT = 3;

    private final SentenceClassifier classifier;
    private final ScoringPlan plan;
    private final BooleanSupplier stopped;

    /**
     * A run.
     *
     * @param stopped whether it is to stop
     */
    ScoringRun(SentenceClassifier classifier, ScoringPlan plan, BooleanSupplier stopped) {
        this.classifier = classifier;
        this.plan = plan;
        this.stopped = stopped;
    }

    /** Passes over rows that are done. Stories that began in them are known afterwards. */
    void skip(RowSource<PendingArticle> rows, long done, RunOutput output) {
        for (long row = 0; row < done && rows.hasNext() && !stopped.getAsBoolean(); row++) {
            if (rows.next() instanceof Row.Read<PendingArticle> read && plan.stories()) {
                Article article = read.value().article().get();
                output.storyOf(article, StorySketch.of(article));
            }
        }
    }

    /** Scores the rows that are left, or as many as are done when the run is to stop. */
    void score(RowSource<PendingArticle> rows, RunOutput output, RunProgress progress) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(plan.threads());
        try {
            var ordered = new OrderedOutput(output, progress, plan.threads() * BATCHES_IN_FLIGHT, stopped);
            Batch batch = new Batch();
            while (rows.hasNext() && !stopped.getAsBoolean()) {
                batch.add(rows.next());
                if (batch.isFull()) {
                    ordered.add(workers.submit(scoring(batch)));
                    batch = new Batch();
                }
            }
            ordered.add(workers.submit(scoring(batch)));
            ordered.takeAll();
        } finally {
            end(workers);
        }
    }

    private Callable<ScoredBatch> scoring(Batch batch) {
        return () -> {
            List<Article> articles = batch.articles().stream()
                    .map(pending -> pending.article().get())
                    .toList();
            List<List<List<Mention>>> mentions =
                    articles.stream().map(this::mentions).toList();
            List<List<MarkedSentence>> marked = new ArrayList<>(articles.size());
            for (int i = 0; i < articles.size(); i++) {
                marked.add(marked(articles.get(i), mentions.get(i)));
            }
            List<List<MarkedPrediction>> predictions = classifier.classifyMarked(marked);
            List<ScoredArticle> scored = new ArrayList<>(articles.size());
            for (int i = 0; i < articles.size(); i++) {
                StorySketch sketch = plan.stories() ? StorySketch.of(articles.get(i)) : StorySketch.EMPTY;
                scored.add(new ScoredArticle(articles.get(i), sketch, mentions.get(i), predictions.get(i)));
            }
            return new ScoredBatch(scored, batch.rejected(), batch.rows());
        };
    }

    /** The targets that each sentence mentions. */
    private List<List<Mention>> mentions(Article article) {
        return article.sentences().stream()
                .map(sentence -> plan.targets()
                        .map(targets -> targets.in(sentence.text()))
                        .orElse(List.of()))
                .toList();
    }

    private static List<MarkedSentence> marked(Article article, List<List<Mention>> mentions) {
        List<MarkedSentence> marked = new ArrayList<>(mentions.size());
        for (int i = 0; i < mentions.size(); i++) {
            List<MarkedSentence.Mark> marks = mentions.get(i).stream()
                    .map(mention -> new MarkedSentence.Mark(
                            mention.span().start(), mention.span().end()))
                    .toList();
            marked.add(new MarkedSentence(article.sentences().get(i).text(), marks));
        }
        return marked;
    }

    /** Waits for what is under way: the encoder must not be closed under it. */
    private static void end(ExecutorService workers) {
        workers.shutdownNow();
        try {
            workers.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
