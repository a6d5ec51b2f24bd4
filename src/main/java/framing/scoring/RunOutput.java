package framing.scoring;

import framing.classifier.MarkedPrediction;
import framing.codebook.Facet;
import framing.codebook.Mention;
import framing.corpus.Article;
import framing.corpus.Row;
import framing.corpus.Sentence;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a run writes: tables that only grow, and the checkpoint that covers all of them. For one thread.
 *
 * <p>A checkpoint is taken behind a whole batch. What is in a batch depends on the input alone, so a run that goes on from
 * a checkpoint writes what it would have written had it never been stopped. Tables are on disk before the checkpoint that
 * tells their lengths; what they hold beyond is cut off.
 */
final class RunOutput implements Closeable {
    /** Between checkpoints at least this many times what the last one took is worked: where disks are slow, too. */
    private static final int LEAST_WORK = 200;

    private final RunFiles files;
    private final RunDescription run;
    private final ScoringTally tally;
    private final OutputTable scores;
    private final OutputTable rejected;
    private final List<OutputTable> tables;
    private final StoryIndex stories = new StoryIndex();
    private final @Nullable OutputTable targets;
    private final RunColumns columns;
    private final Duration interval;
    private long rows;
    private long lastCheckpoint = System.nanoTime();
    private long lastCost;

    /**
     * The output of a run.
     *
     * @param checkpoint where it goes on, or null where it begins
     * @param interval the least time between checkpoints; zero takes one behind every batch
     */
    RunOutput(
            RunFiles files,
            RunDescription run,
            ScoringPlan plan,
            RunColumns columns,
            ScoringTally tally,
            @Nullable Checkpoint checkpoint,
            Duration interval)
            throws IOException {
        this.files = files;
        this.run = run;
        this.columns = columns;
        this.tally = tally;
        this.interval = interval;
        this.rows = checkpoint == null ? 0 : checkpoint.rows();
        this.scores = OutputTable.of(
                plan.format(),
                file(files.output(), checkpoint),
                columns.scores().columns());
        this.targets = plan.targets().isEmpty()
                ? null
                : OutputTable.of(
                        plan.format(),
                        file(files.targets(), checkpoint),
                        columns.targets().columns());
        this.rejected = OutputTable.of(
                ScoringPlan.Format.CSV,
                file(files.rejected(), checkpoint),
                RejectedRows.COLUMNS.stream().map(OutputColumn::text).toList());
        this.tables = targets == null ? List.of(scores, rejected) : List.of(scores, targets, rejected);
    }

    private static GrowingFile file(Path target, @Nullable Checkpoint checkpoint) throws IOException {
        if (checkpoint == null) {
            return GrowingFile.fresh(target);
        }
        Long length = checkpoint.lengths().get(name(target));
        if (checkpoint.stage() == Checkpoint.Stage.FINISHING) {
            return GrowingFile.complete(target, length != null);
        }
        return length == null ? GrowingFile.fresh(target) : GrowingFile.goingOn(target, length);
    }

    private static String name(Path target) {
        return String.valueOf(target.getFileName());
    }

    /** Makes the tables of scores, which are there even where they have no rows. */
    void begin() throws IOException {
        scores.begin();
        if (targets != null) {
            targets.begin();
        }
    }

    /** Writes the articles and the rejected rows of a batch, and takes a checkpoint where one is due. */
    void write(ScoredBatch batch) throws IOException {
        for (ScoredArticle article : batch.articles()) {
            write(article);
        }
        for (Row.Rejected<?> row : batch.rejected()) {
            rejected.row(RejectedRows.cells(row));
            tally.countRejected();
        }
        for (OutputTable table : tables) {
            table.endSegment();
        }
        rows += batch.rows();
        if (interval.isZero()
                || System.nanoTime() - lastCheckpoint >= Math.max(interval.toNanos(), LEAST_WORK * lastCost)) {
            checkpoint(Checkpoint.Stage.SCORING);
        }
    }

    private void write(ScoredArticle scored) throws IOException {
        Article article = scored.article();
        String story = storyOf(article, scored.sketch());
        tally.countArticle();
        for (int i = 0; i < article.sentences().size(); i++) {
            MarkedPrediction prediction = scored.predictions().get(i);
            Sentence sentence = article.sentences().get(i);
            Map<String, String> carried = article.carried().get(i);
            scores.row(columns.scores().cells(new ScoredSentence(sentence, story, prediction.sentence(), carried)));
            tally.count(prediction.sentence());
            if (targets != null) {
                List<Mention> mentions = scored.mentions().get(i);
                for (Map<String, Object> row : columns.targets().rows(sentence, mentions, prediction, carried)) {
                    targets.row(row);
                }
            }
        }
    }

    /** Takes note of an article, in its turn, and tells the id of its story. */
    String storyOf(Article article, StorySketch sketch) {
        return stories.storyOf(article.documentId(), sketch);
    }

    /** Brings all that was written so far safely to disk, and how far that is. */
    void checkpoint(Checkpoint.Stage stage) throws IOException {
        long started = System.nanoTime();
        Map<String, Long> lengths = new LinkedHashMap<>();
        for (OutputTable table : tables) {
            table.file.force();
            if (table.file.isBegun()) {
                lengths.put(name(table.target()), table.file.length());
            }
        }
        JsonFile.write(files.checkpoint(), new Checkpoint(run, stage, rows, lengths, tally.soFar()));
        lastCheckpoint = System.nanoTime();
        lastCost = lastCheckpoint - started;
        tally.checkpointTook(lastCost);
    }

    /** Says that all rows are done: the tables take their names. */
    ScoringSummary finish() throws IOException {
        for (OutputTable table : tables) {
            table.endText();
        }
        checkpoint(Checkpoint.Stage.FINISHING);
        return takeNames(tally.soFar());
    }

    /** Gives each table its name, as often as it takes, and lays the summary beside them. */
    ScoringSummary takeNames(ScoringSummary counted) throws IOException {
        for (OutputTable table : tables) {
            table.finish();
        }
        ScoringSummary summary = targets == null ? counted : counted.with(shares());
        JsonFile.write(files.summary(), FinishedRun.of(run, summary));
        Files.delete(files.checkpoint());
        return summary;
    }

    private List<TargetShare> shares() throws IOException {
        List<TargetShare> shares = new ArrayList<>();
        for (Facet facet : columns.codebook().facets(Facet.Per.TARGET)) {
            shares.addAll(TargetShares.of(files.targets(), facet));
        }
        return shares;
    }

    @Override
    public void close() throws IOException {
        try (scores;
                targets;
                rejected) {
            // all are closed, whatever happens to the first
        }
    }
}
