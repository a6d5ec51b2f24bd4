package framing.scoring;

import framing.Progress;
import framing.codebook.Prediction;
import framing.corpus.Article;
import framing.corpus.EnglishCheck;
import framing.corpus.Sentence;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Writes what the workers have scored, in the order in which their batches were handed out. When too many batches are
 * under way it waits for the oldest, so that reading never runs ahead of labelling.
 */
final class OrderedOutput {
    private static final int SENTENCES_THAT_TELL_THE_LANGUAGE = 10;

    private final ScoreWriter writer;
    private final ScoringSummary summary;
    private final Progress.Phase phase;
    private final ScoringPlan.Unit counted;
    private final Progress progress;
    private final int most;
    private final Deque<Future<List<ScoredArticle>>> underWay = new ArrayDeque<>();
    private final long started = System.nanoTime();
    private boolean warnedOfLanguage;

    /**
     * An output for one run.
     *
     * @param counted what the phase counts
     * @param most batches under way before it waits
     */
    OrderedOutput(
            ScoreWriter writer,
            ScoringSummary summary,
            Progress.Phase phase,
            ScoringPlan.Unit counted,
            Progress progress,
            int most) {
        this.writer = writer;
        this.summary = summary;
        this.phase = phase;
        this.counted = counted;
        this.progress = progress;
        this.most = most;
    }

    void add(Future<List<ScoredArticle>> batch) throws IOException {
        underWay.add(batch);
        while (underWay.size() > most) {
            writeOldest();
        }
    }

    void finish() throws IOException {
        while (!underWay.isEmpty()) {
            writeOldest();
        }
    }

    private void writeOldest() throws IOException {
        try {
            for (ScoredArticle scored : underWay.remove().get()) {
                write(scored);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while scoring", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Scoring failed: " + e.getCause(), e);
        }
    }

    private void write(ScoredArticle scored) throws IOException {
        Article article = scored.article();
        summary.countArticle();
        for (int i = 0; i < article.sentences().size(); i++) {
            Prediction prediction = scored.predictions().get(i);
            writer.write(new ScoredSentence(
                    article.sentences().get(i), prediction, article.carried().get(i)));
            summary.count(prediction);
        }
        warnOfLanguage(article);
        phase.add(counted == ScoringPlan.Unit.ARTICLE ? 1 : article.sentences().size());
        double seconds = (System.nanoTime() - started) / 1e9;
        phase.note(String.format(
                Locale.ROOT, "%,d sentences, %,.0f/s", summary.sentences(), summary.sentences() / seconds));
    }

    private void warnOfLanguage(Article article) {
        if (!warnedOfLanguage) {
            String opening = article.sentences().stream()
                    .limit(SENTENCES_THAT_TELL_THE_LANGUAGE)
                    .map(Sentence::text)
                    .collect(Collectors.joining(" "));
            if (!EnglishCheck.isLikelyEnglish(opening)) {
                warnedOfLanguage = true;
                progress.say("Warning: " + article.documentId()
                        + " does not look like English, the only language that the model has learned. Such texts are"
                        + " scored, but do not trust their labels.");
            }
        }
    }
}
