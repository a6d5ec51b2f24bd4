package framing.scoring;

import framing.Progress;
import framing.corpus.Article;
import framing.corpus.EnglishCheck;
import framing.corpus.Sentence;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells how a run gets on. */
final class RunProgress {
    private static final int SENTENCES_THAT_TELL_THE_LANGUAGE = 10;

    private final Progress progress;
    private final Progress.Phase phase;
    private final ScoringPlan.Unit counted;
    private final ScoringTally tally;
    private boolean warnedOfLanguage;

    /**
     * The progress of one run.
     *
     * @param counted what the phase counts
     */
    RunProgress(Progress progress, Progress.Phase phase, ScoringPlan.Unit counted, ScoringTally tally) {
        this.progress = progress;
        this.phase = phase;
        this.counted = counted;
        this.tally = tally;
        phase.add(counted == ScoringPlan.Unit.ARTICLE ? tally.articles() : tally.sentences());
    }

    void tell(ScoredBatch batch) {
        for (ScoredArticle scored : batch.articles()) {
            warnOfLanguage(scored.article());
            phase.add(
                    counted == ScoringPlan.Unit.ARTICLE
                            ? 1
                            : scored.article().sentences().size());
        }
        String rejected = tally.rejected() == 0 ? "" : String.format(Locale.ROOT, ", %,d rejected", tally.rejected());
        phase.note(String.format(Locale.ROOT, "%,d sentences, %,.0f/s", tally.sentences(), tally.rate()) + rejected);
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
