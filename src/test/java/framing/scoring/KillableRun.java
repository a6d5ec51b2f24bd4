package framing.scoring;

import framing.Progress;
import framing.classifier.SentenceClassifier;
import framing.classifier.TinyModels;
import framing.encoder.EncoderCard;
import framing.encoder.EncoderWork;
import framing.encoder.LetterEncoder;
import framing.encoder.MarkedSentence;
import framing.encoder.SentenceEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A program that scores slowly over a tiny model, to be killed by {@link KilledRunIT}: INPUT OUTPUT. */
final class KillableRun {
    private KillableRun() {}

    public static void main(String[] arguments) {
        try (SentenceClassifier classifier =
                TinyModels.classifier(TinyModels.letters(), new SlowEncoder(new LetterEncoder()))) {
            new CorpusScorer(classifier, Progress.SILENT, Duration.ZERO)
                    .score(ResumeTest.plan(Path.of(arguments[0]), Path.of(arguments[1]), ScoringPlan.Start.RESUME));
        }
    }

    private record SlowEncoder(LetterEncoder encoder) implements SentenceEncoder {
        @Override
        public EncoderCard card() {
            return encoder.card();
        }

        @Override
        public List<float[][]> encodeMarked(List<List<MarkedSentence>> articles) {
            LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
            return encoder.encodeMarked(articles);
        }

        @Override
        public EncoderWork work() {
            return encoder.work();
        }

        @Override
        public void close() {
            encoder.close();
        }
    }
}
