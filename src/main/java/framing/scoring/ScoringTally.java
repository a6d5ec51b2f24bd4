package framing.scoring;

import framing.classifier.SentenceClassifier;
import framing.codebook.Facet;
import framing.codebook.Prediction;
import framing.encoder.EncoderWork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts while a run goes on, from where a run that was stopped left off. */
final class ScoringTally {
    private static final double NANOSECONDS = 1e9;

    private final SentenceClassifier classifier;
    private final int threads;
    private final @Nullable ScoringSummary earlier;
    private final EncoderWork workBefore;
    private final long started = System.nanoTime();
    private final Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
    private long articles;
    private long sentences;
    private long rejected;
    private long checkpointNanoseconds;

    /**
     * A tally.
     *
     * @param earlier what the run came to before it was stopped, or null for one that begins
     */
    ScoringTally(SentenceClassifier classifier, int threads, @Nullable ScoringSummary earlier) {
        this.classifier = classifier;
        this.threads = threads;
        this.earlier = earlier;
        this.workBefore = classifier.work();
        for (Facet facet : classifier.codebook().facets(Facet.Per.SENTENCE)) {
            Map<String, Long> labels = new LinkedHashMap<>();
            facet.labelIds().forEach(label -> labels.put(label, 0L));
            if (earlier != null) {
                labels.putAll(earlier.counts().getOrDefault(facet.name(), Map.of()));
            }
            counts.put(facet.name(), labels);
        }
        if (earlier != null) {
            articles = earlier.articles();
            sentences = earlier.sentences();
            rejected = earlier.rejected();
        }
    }

    void countArticle() {
        articles++;
    }

    void count(Prediction prediction) {
        sentences++;
        counts.forEach((facet, labels) -> labels.merge(prediction.label(facet), 1L, Long::sum));
    }

    void countRejected() {
        rejected++;
    }

    void checkpointTook(long nanoseconds) {
        checkpointNanoseconds += nanoseconds;
    }

    long articles() {
        return articles;
    }

    long sentences() {
        return sentences;
    }

    long rejected() {
        return rejected;
    }

    /** Sentences a second since this part of the run began. */
    double rate() {
        return (sentences - (earlier == null ? 0 : earlier.sentences())) / seconds();
    }

    private double seconds() {
        return (System.nanoTime() - started) / NANOSECONDS;
    }

    ScoringSummary soFar() {
        EncoderWork work = classifier.work().since(workBefore);
        double encoder = work.nanoseconds() / NANOSECONDS;
        double checkpoints = checkpointNanoseconds / NANOSECONDS;
        if (earlier == null) {
            return summary(work.cut(), work.repeated(), seconds(), encoder, checkpoints);
        }
        ScoringSummary.Timings before = earlier.timings();
        return summary(
                earlier.cut() + work.cut(),
                earlier.repeated() + work.repeated(),
                before.scoring() + seconds(),
                before.encoder() + encoder,
                before.checkpoints() + checkpoints);
    }

    private ScoringSummary summary(long cut, long repeated, double scoring, double encoder, double checkpoints) {
        return new ScoringSummary(
                articles,
                sentences,
                rejected,
                cut,
                repeated,
                counts,
                List.of(),
                new ScoringSummary.Timings(threads, scoring, encoder, checkpoints));
    }
}
