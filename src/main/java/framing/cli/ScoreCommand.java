package framing.cli;

import framing.Progress;
import framing.UserFacingException;
import framing.classifier.SentenceClassifier;
import framing.codebook.Targets;
import framing.corpus.CorpusPlan;
import framing.report.ReportPlan;
import framing.report.ScoringReport;
import framing.report.ScoringText;
import framing.scoring.CorpusScorer;
import framing.scoring.ScoringPlan;
import framing.scoring.ScoringSummary;
import framing.scoring.SparkPlan;
import framing.scoring.SparkScorer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = "Labels every sentence of new articles.",
        footer = {
            "",
            "The output has one row a sentence: doc_id, sentence_index, role, start, end, text, each facet's code and its"
                    + " probability, the probability of every code, your own columns, and the model.",
            "Rows that cannot be read go to FILE.rejected.csv with their line and the reason. Counts, model, options and"
                    + " hashes of the inputs are in FILE.summary.json. A run that was stopped, by whatever, goes on with"
                    + " --resume, and FILE is then as if it had not been stopped.",
            "",
            "Example:",
            "  framing score articles.csv --model models/conflict-news-en --out scores.csv"
        })
final class ScoreCommand implements Callable<Integer> {
    @Mixin
    private final CorpusOptions corpus = new CorpusOptions();

    @Option(names = "--model", required = true, paramLabel = "FOLDER", description = "The model to use.")
    private Path model = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path output = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "csv, jsonl or parquet (default: by the ending of --out, else csv). Where --out ends in .gz, csv and"
                            + " jsonl are compressed.")
    private ScoringPlan.@Nullable Format format;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            defaultValue = "article",
            description =
                    "What a row is: an article, to be split into sentences, or a sentence already, with doc_id and seq"
                            + " for its article and place where known (default: article).")
    private ScoringPlan.Unit unit = ScoringPlan.Unit.ARTICLE;

    @Option(
            names = "--targets",
            paramLabel = "FILE",
            description = "Also say what each sentence's voice says of these targets, where the sentence names them"
                    + " (targets.yaml); goes to FILE.stance.csv.")
    private @Nullable Path targets;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Also make a page of the output, as framing report does.")
    private @Nullable Path report;

    @Mixin
    private ReportColumns reportColumns = new ReportColumns();

    @Option(
            names = "--stories",
            description =
                    "Add a column story_id: articles that are nearly the same, as copies of one agency report are,"
                            + " have the id of the first of them.")
    private boolean stories;

    @Option(names = "--overwrite", description = "Replace the output, and the page, if they exist.")
    private boolean overwrite;

    @Option(
            names = "--resume",
            description = "Go on where the same command was stopped; start from the beginning where it never ran.")
    private boolean resume;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            defaultValue = "local",
            description =
                    "local, or spark: Apache Spark, where it is on the class path (default: local). In Spark --out is a"
                            + " folder.")
    private Engine engine = Engine.LOCAL;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Spark's master, such as local[4]; spark-submit tells it by itself.")
    private @Nullable String master;

    @Mixin
    private PrecisionOption precision = new PrecisionOption();

    @Mixin
    private RunOptions run = new RunOptions();

    /** What runs the work. */
    private enum Engine {
        LOCAL,
        SPARK
    }

    @Override
    public Integer call() throws IOException {
        Progress progress = run.progress();
        if (engine == Engine.SPARK) {
            return scoreInSpark(progress);
        }
        if (report != null) {
            OutputFile.requireFree(report, overwrite || resume, List.of(output));
        }
        try (corpus;
                Interruption interruption = new Interruption();
                SentenceClassifier classifier = SentenceClassifier.load(model, precision.value())) {
            Optional<ReportPlan> page = Optional.ofNullable(report).map(file -> reportPlan(classifier, file));
            CorpusScorer scorer = new CorpusScorer(classifier, progress);
            interruption.calls(scorer::stop);
            ScoringSummary summary = scorer.score(plan());
            progress.say(ScoringText.of(summary).stripTrailing());
            if (summary.rejected() > 0) {
                progress.say(summary.rejected() + " rows could not be read; see " + output + ".rejected.csv.");
            }
            if (page.isPresent()) {
                new ScoringReport(page.get(), progress).write();
                progress.say("Wrote " + report + ".");
            }
            return summary.sentences() == 0 && summary.rejected() > 0 ? FailureHandler.TOO_MANY_REJECTED : 0;
        } catch (CancellationException e) {
            return Interruption.CODE;
        }
    }

    private int scoreInSpark(Progress progress) {
        if (unit != ScoringPlan.Unit.ARTICLE
                || report != null
                || targets != null
                || stories
                || resume
                || corpus.selectsOrReadsInput()) {
            throw new UserFacingException(
                    "In Spark --unit, --targets, --stories, --report, --resume, --delimiter, --where, --limit, --sample and -"
                            + " are not possible.",
                    "Leave them out, or score with --engine local.");
        }
        if (!SparkPlan.isPossible()) {
            throw new UserFacingException(
                    "Apache Spark is not on the class path; framing does not carry it.",
                    "Start framing by spark-submit, or set SPARK_HOME to Spark's folder.");
        }
        try (SentenceClassifier classifier = SentenceClassifier.load(model, precision.value())) {
            CorpusPlan plan = corpus.plan();
            SparkScorer.of(classifier, model, precision.value(), progress)
                    .score(new SparkPlan(
                            plan.inputs(),
                            plan.columns(),
                            output.toString(),
                            format == null ? ScoringPlan.Format.PARQUET : format,
                            overwrite,
                            master));
        }
        progress.say(
                "Scores are in the folder " + output + ", rows that could not be used in " + output + ".rejected.");
        return 0;
    }

    private ReportPlan reportPlan(SentenceClassifier classifier, Path page) {
        try {
            return new ReportPlan(
                    output,
                    ScoringPlan.outputPerTarget(output),
                    page,
                    reportColumns.columns(),
                    ReportPlan.ARTICLES,
                    ReportPlan.SEED,
                    Optional.of(new ReportPlan.KnownModel(classifier.card(), classifier.codebook())));
        } catch (IllegalArgumentException e) {
            throw new UserFacingException(e.getMessage() + ".", "Name --out so, or leave --report out.", e);
        }
    }

    private ScoringPlan plan() {
        try {
            return new ScoringPlan(
                    corpus.plan(),
                    unit,
                    output,
                    format == null ? ScoringPlan.Format.of(output) : format,
                    run.threads(),
                    start(),
                    Optional.ofNullable(targets).map(Targets::read),
                    stories);
        } catch (IllegalArgumentException e) {
            throw new UserFacingException(e.getMessage() + ".", "See framing score --help.", e);
        }
    }

    private ScoringPlan.Start start() {
        if (resume && overwrite) {
            throw new UserFacingException(
                    "A run cannot both go on and start anew.", "Give either --resume or --overwrite.");
        }
        if (resume && corpus.readsStandardInput()) {
            throw new UserFacingException(
                    "A run over standard input cannot be gone on with.", "Give the input as a file.");
        }
        return resume ? ScoringPlan.Start.RESUME : overwrite ? ScoringPlan.Start.OVERWRITE : ScoringPlan.Start.FRESH;
    }
}
