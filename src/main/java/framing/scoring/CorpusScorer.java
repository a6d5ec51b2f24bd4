package framing.scoring;

import framing.Progress;
import framing.UserFacingException;
import framing.classifier.SentenceClassifier;
import framing.codebook.Facet;
import framing.codebook.Target;
import framing.codebook.Targets;
import framing.corpus.CorpusReader;
import framing.corpus.CorpusSurvey;
import framing.corpus.RowSource;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Labels a corpus. Whatever stops a run, it can go on from its last checkpoint, and the output is then the same to the last
 * byte as that of a run that was never stopped.
 */
public final class CorpusScorer {
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(5);
    private static final int MOST_NAMED = 10;

    private final SentenceClassifier classifier;
    private final Progress progress;
    private final Duration betweenCheckpoints;
    private volatile boolean stopped;
    private volatile boolean scoring;

    public CorpusScorer(SentenceClassifier classifier, Progress progress) {
        this(classifier, progress, BETWEEN_CHECKPOINTS);
    }

    CorpusScorer(SentenceClassifier classifier, Progress progress, Duration betweenCheckpoints) {
        this.classifier = classifier;
        this.progress = progress;
        this.betweenCheckpoints = betweenCheckpoints;
    }

    /**
     * Ends the run under way, from another thread: it takes a last checkpoint and is cancelled.
     *
     * @return whether there is a run that has begun to score, and will be cancelled soon
     */
    public boolean stop() {
        stopped = true;
        return scoring;
    }

    /**
     * Labels the corpus of the plan and writes the output, which takes its name when all is done.
     *
     * @throws CancellationException when it was stopped
     */
    public ScoringSummary score(ScoringPlan plan) {
        RunFiles files = new RunFiles(plan.output());
        RunStart.requirePlace(plan.output());
        RunStart.requireFree(plan, files);
        requireFacetForTargets(plan);
        CorpusReader reader = CorpusReader.of(plan.corpus());
        RunStart.requireNotRead(files, reader);
        RunDescription run = RunDescription.of(plan, classifier.identity(), InputDigest.of(reader.paths()));
        try {
            RunStart start = RunStart.of(plan, files, run);
            if (start instanceof RunStart.Done done) {
                progress.say(plan.output() + " is finished already; nothing is left to do.");
                return done.summary();
            }
            return score(plan, files, reader, run, start instanceof RunStart.GoingOn on ? on.checkpoint() : null);
        } catch (IOException e) {
            throw new UserFacingException(
                    "The output could not be written: " + e.getMessage() + ".",
                    "Check that the folder of " + plan.output() + " is writable and that the disk has room; then go on"
                            + " with the same command and --resume.",
                    e);
        }
    }

    private void requireFacetForTargets(ScoringPlan plan) {
        if (plan.targets().isPresent()
                && classifier.codebook().facets(Facet.Per.TARGET).isEmpty()) {
            throw new UserFacingException(
                    "The model " + classifier.card().reference() + " says nothing of targets.",
                    "Leave --targets out, or use a model with a facet per target.");
        }
    }

    private ScoringSummary score(
            ScoringPlan plan, RunFiles files, CorpusReader reader, RunDescription run, @Nullable Checkpoint checkpoint)
            throws IOException {
        CorpusSurvey survey = plan.unit() == ScoringPlan.Unit.ARTICLE ? reader.survey() : reader.surveyUnits();
        RunColumns columns =
                RunColumns.of(classifier.codebook(), classifier.card().reference(), survey, plan);
        tell(plan, reader, survey, columns, checkpoint);
        ScoringTally tally =
                new ScoringTally(classifier, plan.threads(), checkpoint == null ? null : checkpoint.summary());
        try (RunOutput output = new RunOutput(files, run, plan, columns, tally, checkpoint, betweenCheckpoints)) {
            if (checkpoint != null && checkpoint.stage() == Checkpoint.Stage.FINISHING) {
                return output.takeNames(checkpoint.summary());
            }
            output.begin();
            run(plan, reader, survey, checkpoint == null ? 0 : checkpoint.rows(), output, tally);
            return stopped ? cancel(output, tally) : finish(output, plan);
        }
    }

    private void run(
            ScoringPlan plan, CorpusReader reader, CorpusSurvey survey, long done, RunOutput output, ScoringTally tally)
            throws IOException {
        ScoringRun run = new ScoringRun(classifier, plan, () -> stopped);
        try (RowSource<PendingArticle> rows = PendingArticles.of(reader, plan.unit());
                Progress.Phase phase = progress.start("Scoring", units(plan), survey.documents())) {
            scoring = true;
            run.skip(rows, done, output);
            run.score(rows, output, new RunProgress(progress, phase, plan.unit(), tally));
        }
    }

    private ScoringSummary cancel(RunOutput output, ScoringTally tally) throws IOException {
        output.checkpoint(Checkpoint.Stage.SCORING);
        progress.say(String.format(
                Locale.ROOT,
                "Stopped after %,d articles. Go on with the same command and --resume.",
                tally.articles()));
        throw new CancellationException("The run was stopped");
    }

    private ScoringSummary finish(RunOutput output, ScoringPlan plan) throws IOException {
        ScoringSummary summary = output.finish();
        plan.targets().ifPresent(targets -> tellNeverMentioned(targets, summary));
        if (summary.cut() > 0) {
            progress.say(summary.cut()
                    + " sentences were longer than the encoder reads; what lies beyond 256 word pieces was not seen.");
        }
        return summary;
    }

    private void tellNeverMentioned(Targets targets, ScoringSummary summary) {
        Set<String> mentioned =
                summary.targets().stream().map(TargetShare::target).collect(Collectors.toSet());
        List<String> never = targets.targets().stream()
                .map(Target::id)
                .filter(id -> !mentioned.contains(id))
                .toList();
        if (!never.isEmpty()) {
            String more = never.size() > MOST_NAMED ? " and " + (never.size() - MOST_NAMED) + " more" : "";
            progress.say("No sentence names " + never.size() + " of the targets: "
                    + never.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")) + more + ".");
        }
    }

    private void tell(
            ScoringPlan plan,
            CorpusReader reader,
            CorpusSurvey survey,
            RunColumns columns,
            @Nullable Checkpoint checkpoint) {
        progress.say(String.format(
                Locale.ROOT,
                "Scoring %,d %s in %,d file(s) with %s on %d thread(s), to %s as %s.",
                survey.documents(),
                units(plan),
                reader.files(),
                classifier.card().reference(),
                plan.threads(),
                plan.output(),
                plan.format()));
        if (checkpoint != null) {
            progress.say(String.format(
                    Locale.ROOT,
                    "Going on after %,d articles, where the run was stopped.",
                    checkpoint.summary().articles()));
        }
        survey.charsets().forEach((file, charset) -> progress.say(file + " is read as " + charset + "."));
        if (survey.idsMade() > 0) {
            progress.say(String.format(
                    Locale.ROOT, "%,d rows have no id and are named by file and row number.", survey.idsMade()));
        }
        columns.scores()
                .renamed()
                .forEach((column, name) -> progress.say("The input's column " + column + " is carried as " + name
                        + ", for the output has one of its own."));
    }

    private static String units(ScoringPlan plan) {
        return plan.unit() == ScoringPlan.Unit.ARTICLE ? "articles" : "sentences";
    }
}
