package framing.cli;

import framing.Progress;
import framing.classifier.ModelCard;
import framing.classifier.ModelFolder;
import framing.classifier.SentenceClassifier;
import framing.codebook.AnnotationTable;
import framing.codebook.Prediction;
import framing.encoder.Reading;
import framing.evaluation.Evaluation;
import framing.report.EvaluationJson;
import framing.report.EvaluationReport;
import framing.report.EvaluationText;
import framing.training.ClassifierEvaluator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Says how good a model is on labelled sentences.",
        footer = {
            "",
            "A column FACET_also, where present, holds a second acceptable code and gives a lenient score beside the strict"
                    + " one. Intervals are 95 %% bootstrap intervals over whole documents.",
            "",
            "Example:",
            "  framing evaluate labels.csv --model models/conflict-news-en --json scores.json"
        })
final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private LabelOptions labels = new LabelOptions();

    @Option(names = "--model", required = true, paramLabel = "FOLDER", description = "The model to judge.")
    private Path model = Path.of("");

    @Option(names = "--json", paramLabel = "FILE", description = "Also write every figure as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Also make a page of it, with the errors worth reading and what stands around them.")
    private @Nullable Path report;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the intervals (default: 1).")
    private long seed = 1;

    @Mixin
    private PrecisionOption precision = new PrecisionOption();

    @Mixin
    private RunOptions run = new RunOptions();

    @Override
    public Integer call() throws IOException {
        for (Path file : Stream.of(json, report).filter(Objects::nonNull).toList()) {
            OutputFile.requireFree(file, true, labels.files());
        }
        Progress progress = run.progress();
        try (SentenceClassifier classifier = SentenceClassifier.load(model, precision.value())) {
            AnnotationTable table = labels.read(Optional.of(classifier.codebook()), progress);
            if (!table.rejected().isEmpty()) {
                progress.say(RejectedWords.of(table.rejected()));
            }
            if (!classifier.card().encoder().reading().equals(Reading.ONE_BY_ONE)) {
                warnOfMissingContext(table, progress);
            }
            List<Prediction> predictions = new ClassifierEvaluator(classifier, run.threads(), progress).predict(table);
            List<Evaluation> evaluations = ClassifierEvaluator.evaluate(table, predictions, seed);
            evaluations.forEach(evaluation -> System.out.println(EvaluationText.of(evaluation)));
            write(classifier.card(), table, predictions, evaluations);
        }
        return 0;
    }

    private void write(
            ModelCard card, AnnotationTable table, List<Prediction> predictions, List<Evaluation> evaluations)
            throws IOException {
        if (json != null) {
            OutputFile.write(json, EvaluationJson.of(evaluations));
        }
        if (report != null) {
            new EvaluationReport(card, ModelFolder.readMetrics(model), labels.files(), table, predictions, evaluations)
                    .write(report);
        }
    }

    /** A model that reads articles in windows is judged as it scores only where the table has the articles whole. */
    private static void warnOfMissingContext(AnnotationTable table, Progress progress) {
        long incomplete = table.incompleteDocuments();
        if (!table.ordered()) {
            progress.say(
                    "Warning: no columns doc_id and seq (or sentence_index), so each sentence is read alone. framing"
                            + " score reads articles whole and may give other codes. Add the columns, with every sentence of the"
                            + " articles.");
        } else if (incomplete > 0) {
            progress.say(String.format(
                    Locale.ROOT,
                    "Warning: %,d article(s) lack sentences, so the others are read as if they followed one another."
                            + " framing score reads articles whole and may give other codes. Leave every sentence of an"
                            + " article in the table, with empty codes where not coded.",
                    incomplete));
        }
    }
}
