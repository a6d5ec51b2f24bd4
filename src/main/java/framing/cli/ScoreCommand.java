package framing.cli;

import framing.Progress;
import framing.UserFacingException;
import framing.classifier.SentenceClassifier;
import framing.report.ScoringText;
import framing.scoring.CorpusScorer;
import framing.scoring.ScoringPlan;
import framing.scoring.ScoringSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
            "Rows that cannot be read go to FILE.rejected.csv with their line and the reason.",
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
            defaultValue = "csv",
            description = "csv or jsonl (default: csv).")
    private ScoringPlan.Format format = ScoringPlan.Format.CSV;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            defaultValue = "article",
            description =
                    "What a row is: an article, to be split into sentences, or a sentence already, with doc_id and seq"
                            + " for its article and place where known (default: article).")
    private ScoringPlan.Unit unit = ScoringPlan.Unit.ARTICLE;

    @Option(names = "--overwrite", description = "Replace the output if it exists.")
    private boolean overwrite;

    @Mixin
    private PrecisionOption precision = new PrecisionOption();

    @Mixin
    private RunOptions run = new RunOptions();

    @Override
    public Integer call() throws IOException {
        Progress progress = run.progress();
        try (corpus;
                SentenceClassifier classifier = SentenceClassifier.load(model, precision.value())) {
            ScoringSummary summary = new CorpusScorer(classifier, progress).score(plan());
            progress.say(ScoringText.of(summary).stripTrailing());
            if (summary.rejected() > 0) {
                progress.say(summary.rejected() + " rows could not be read; see " + output + ".rejected.csv.");
            }
            return summary.sentences() == 0 && summary.rejected() > 0 ? FailureHandler.TOO_MANY_REJECTED : 0;
        }
    }

    private ScoringPlan plan() {
        try {
            return new ScoringPlan(corpus.plan(), unit, output, format, run.threads(), overwrite);
        } catch (IllegalArgumentException e) {
            throw new UserFacingException(e.getMessage() + ".", "See framing score --help.", e);
        }
    }
}
