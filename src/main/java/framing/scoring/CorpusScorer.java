package framing.scoring;

import framing.Progress;
import framing.UserFacingException;
import framing.classifier.SentenceClassifier;
import framing.codebook.Prediction;
import framing.corpus.Article;
import framing.corpus.CorpusReader;
import framing.corpus.CorpusSurvey;
import framing.corpus.Document;
import framing.corpus.Row;
import framing.corpus.RowSource;
import framing.corpus.Sentence;
import framing.corpus.SentenceSplitter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Labels a corpus: this thread reads, workers split and label, this thread writes, in the order of the input. At most a
 * few batches a worker are in memory.
 */
public final class CorpusScorer {
    private static final int CHARACTERS_IN_A_BATCH = 40_000;
    private static final int BATCHES_IN_FLIGHT = 3;

    private final SentenceClassifier classifier;
    private final Progress progress;
    private final SentenceSplitter splitter = new SentenceSplitter();

    public CorpusScorer(SentenceClassifier classifier, Progress progress) {
        this.classifier = classifier;
        this.progress = progress;
    }

    /** Labels the corpus of the plan and writes the output, in one step, when all is done. */
    public ScoringSummary score(ScoringPlan plan) {
        requireFree(plan);
        CorpusReader reader = CorpusReader.of(plan.corpus());
        requireNotRead(plan.output(), reader);
        CorpusSurvey survey = plan.unit() == ScoringPlan.Unit.ARTICLE ? reader.survey() : reader.surveyUnits();
        ScoreColumns columns =
                new ScoreColumns(classifier.codebook(), classifier.card().reference(), survey.carriedColumns());
        tell(plan, reader, survey, columns);
        Path unfinished = plan.output().resolveSibling(plan.output().getFileName() + ".unfinished");
        try {
            ScoringSummary summary = write(plan, reader, survey, columns, unfinished);
            Files.move(unfinished, plan.output(), StandardCopyOption.REPLACE_EXISTING);
            return summary;
        } catch (IOException e) {
            throw new UserFacingException(
                    "The output could not be written: " + e.getMessage() + ".",
                    "Check that the folder of " + plan.output() + " is writable and that the disk has room."
                            + (Files.exists(unfinished) ? " What was written so far is in " + unfinished + "." : ""),
                    e);
        }
    }

    private static void requireFree(ScoringPlan plan) {
        if (Files.isDirectory(plan.output())) {
            throw new UserFacingException(
                    plan.output() + " is a folder.",
                    "Name a file, for example --out " + plan.output() + "/scores.csv.");
        }
        if (Files.exists(plan.output()) && !plan.overwrite()) {
            throw new UserFacingException(
                    plan.output() + " exists already.", "Choose another --out, or replace it with --overwrite.");
        }
        Path folder = plan.output().toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new UserFacingException(
                    "The folder of " + plan.output() + " does not exist or is not writable.",
                    "Make the folder, or choose another --out.");
        }
    }

    /** An output of an earlier run in a folder that is scored again would otherwise be taken for articles. */
    private static void requireNotRead(Path output, CorpusReader reader) {
        if (reader.reads(output)) {
            throw new UserFacingException(
                    output + " is among the files to be read.", "Choose an --out that is not among the inputs.");
        }
    }

    private void tell(ScoringPlan plan, CorpusReader reader, CorpusSurvey survey, ScoreColumns columns) {
        progress.say(String.format(
                Locale.ROOT,
                "Scoring %,d %s in %,d file(s) with %s on %d thread(s), to %s as %s.",
                survey.documents(),
                plan.unit() == ScoringPlan.Unit.ARTICLE ? "articles" : "sentences",
                reader.files(),
                classifier.card().reference(),
                plan.threads(),
                plan.output(),
                plan.format()));
        survey.charsets().forEach((file, charset) -> progress.say(file + " is read as " + charset + "."));
        if (survey.idsMade() > 0) {
            progress.say(String.format(
                    Locale.ROOT, "%,d rows have no id and are named by file and row number.", survey.idsMade()));
        }
        columns.renamed()
                .forEach((column, name) -> progress.say("The input's column " + column + " is carried as " + name
                        + ", for the output has one of its own."));
    }

    private ScoringSummary write(
            ScoringPlan plan, CorpusReader reader, CorpusSurvey survey, ScoreColumns columns, Path file)
            throws IOException {
        long started = System.nanoTime();
        long cutBefore = classifier.cut();
        ScoringSummary summary = new ScoringSummary(classifier.codebook());
        ExecutorService workers = Executors.newFixedThreadPool(plan.threads());
        try (Writer out = TextFile.open(file);
                ScoreWriter writer = plan.format() == ScoringPlan.Format.CSV
                        ? new CsvScoreWriter(columns, out)
                        : new JsonLinesScoreWriter(columns, out);
                RejectedRows rejected = RejectedRows.beside(plan.output());
                Progress.Phase phase = progress.start(
                        "Scoring",
                        plan.unit() == ScoringPlan.Unit.ARTICLE ? "articles" : "sentences",
                        survey.documents())) {
            var output = new OrderedOutput(
                    writer, summary, phase, plan.unit(), progress, plan.threads() * BATCHES_IN_FLIGHT);
            if (plan.unit() == ScoringPlan.Unit.ARTICLE) {
                run(reader.documents(), this::split, CorpusScorer::characters, workers, output, rejected);
            } else {
                run(reader.units(), article -> article, CorpusScorer::characters, workers, output, rejected);
            }
            summary.finish(rejected.count(), (System.nanoTime() - started) / 1e9);
            if (classifier.cut() > cutBefore) {
                progress.say(
                        (classifier.cut() - cutBefore)
                                + " sentences were longer than the encoder reads; what lies beyond 256 word pieces was not seen.");
            }
        } finally {
            workers.shutdownNow();
        }
        return summary;
    }

    private Article split(Document document) {
        return Article.of(document, splitter.split(document));
    }

    private static int characters(Document document) {
        return document.text().length();
    }

    private static int characters(Article article) {
        return article.sentences().stream().mapToInt(s -> s.text().length()).sum();
    }

    private <T> void run(
            RowSource<T> source,
            Function<T, Article> toArticle,
            ToIntFunction<T> characters,
            ExecutorService workers,
            OrderedOutput output,
            RejectedRows rejected)
            throws IOException {
        try (source) {
            List<T> batch = new ArrayList<>();
            int size = 0;
            while (source.hasNext()) {
                Row<T> row = source.next();
                if (row instanceof Row.Read<T> read) {
                    batch.add(read.value());
                    size += characters.applyAsInt(read.value());
                } else if (row instanceof Row.Rejected<T> bad) {
                    rejected.add(bad);
                }
                if (size >= CHARACTERS_IN_A_BATCH) {
                    output.add(workers.submit(scoring(batch, toArticle)));
                    batch = new ArrayList<>();
                    size = 0;
                }
            }
            output.add(workers.submit(scoring(batch, toArticle)));
            output.finish();
        }
    }

    private <T> Callable<List<ScoredArticle>> scoring(List<T> batch, Function<T, Article> toArticle) {
        return () -> {
            List<Article> articles = batch.stream().map(toArticle).toList();
            List<List<Prediction>> predictions = classifier.classifyArticles(articles.stream()
                    .map(article ->
                            article.sentences().stream().map(Sentence::text).toList())
                    .toList());
            List<ScoredArticle> scored = new ArrayList<>(articles.size());
            for (int i = 0; i < articles.size(); i++) {
                scored.add(new ScoredArticle(articles.get(i), predictions.get(i)));
            }
            return scored;
        };
    }
}
