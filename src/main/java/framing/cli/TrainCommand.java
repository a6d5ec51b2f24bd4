package framing.cli;

import framing.Progress;
import framing.UserFacingException;
import framing.classifier.ModelCard;
import framing.classifier.ModelFolder;
import framing.classifier.Provenance;
import framing.codebook.AnnotationTable;
import framing.codebook.Codebook;
import framing.codebook.Facet;
import framing.report.EvaluationJson;
import framing.report.EvaluationText;
import framing.scoring.RejectedRows;
import framing.scoring.ScoringPlan;
import framing.training.ClassifierTrainer;
import framing.training.FrozenSettings;
import framing.training.HeadSettings;
import framing.training.TrainingPlan;
import framing.training.TrainingResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Fits a model to labelled sentences.",
        footer = {
            "",
            "Documents are split into training, development and test and never cut; the test set is used once, at the end.",
            "With fewer than 300 coded units the frozen tier learns from all of them, and folds of whole documents judge.",
            "A tuned training that was interrupted goes on after its last epoch when the same command is given again.",
            "",
            "Example:",
            "  framing train labels.csv --facet frame --out models/mine --cross-validate 5"
        })
final class TrainCommand implements Callable<Integer> {
    @Mixin
    private LabelOptions labels = new LabelOptions();

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "The model folder to write.")
    private Path output = Path.of("");

    @Option(
            names = "--codebook",
            paramLabel = "FILE",
            description = "What the codes mean (default: a codebook made of the codes found).")
    private @Nullable Path codebook;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Of the split and of training; same data, seed, threads and machine give the same model (default: 1).")
    private long seed = 1;

    @Option(
            names = "--cross-validate",
            paramLabel = "K",
            defaultValue = "0",
            description = "Also judge by K folds of whole documents.")
    private int folds;

    @Option(
            names = "--development-share",
            paramLabel = "SHARE",
            description = "Of the units, to stop and calibrate by (default: 0.1; without either share 0 in the frozen"
                    + " tier with fewer than 300 coded units, where folds calibrate).")
    private @Nullable Double developmentShare;

    @Option(
            names = "--test-share",
            paramLabel = "SHARE",
            description =
                    "Of the units, to judge by (default: 0.1; without either share 0 in the frozen tier with fewer than"
                            + " 300 coded units, where folds judge).")
    private @Nullable Double testShare;

    @Option(
            names = "--tier",
            paramLabel = "TIER",
            description = "tuned: the encoder's upper layers learn too; frozen: only heads over the encoder as it came"
                    + " (default: tuned from 300 coded units on).")
    private TrainingPlan.@Nullable Tier tier;

    @Mixin
    private TunedOptions tuned = new TunedOptions();

    @Option(
            names = "--layers",
            paramLabel = "N",
            split = ",",
            defaultValue = "2,4,6,8,10,12",
            description = "The encoder's layers that the frozen tier's heads see (default: 2,4,6,8,10,12).")
    private List<Integer> layers = List.of();

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "What the encoder is given before each text (default: nothing).")
    private String prefix = "";

    @Option(
            names = "--neighbours",
            paramLabel = "N",
            defaultValue = "0",
            description = "How many sentences on each side the frozen tier's heads see where article order is known"
                    + " (default: 0, which measured best).")
    private int neighbours;

    @Option(names = "--overwrite", description = "Replace the model if it exists.")
    private boolean overwrite;

    @Mixin
    private RunOptions run = new RunOptions();

    @Override
    public Integer call() throws IOException {
        Progress progress = run.progress();
        TrainingPlan plan = plan();
        ModelFolder.requireFree(output, overwrite);
        AnnotationTable table = labels.read(Optional.ofNullable(codebook).map(Codebook::read), progress);
        ScoringPlan.requireDistinctColumns(table.codebook());
        tell(table, progress);
        ClassifierTrainer trainer = new ClassifierTrainer(plan, progress);
        TrainingResult result = trainer.train(table, dataFiles());
        ModelCard card = ModelFolder.write(output, result.model(), EvaluationJson.of(result), overwrite);
        trainer.forget(table);
        try (RejectedRows rejected = RejectedRows.beside(output)) {
            rejected.addAll(table.rejected());
        }
        if (result.tested()) {
            System.out.println("Test documents (used once)");
            result.test().forEach(evaluation -> System.out.println(EvaluationText.of(evaluation)));
        } else if (result.crossValidation().isEmpty()) {
            System.out.println("No unit was left to judge by.");
        } else {
            System.out.println("Folds (each unit judged by a model that has not seen its document)");
            result.crossValidation().forEach(fold -> System.out.println(EvaluationText.of(fold.pooled())));
        }
        result.crossValidation().forEach(fold -> System.out.print(EvaluationText.of(fold)));
        progress.say("Wrote " + card.reference() + " to " + output + ".");
        return 0;
    }

    private TrainingPlan plan() {
        try {
            return new TrainingPlan(
                    String.valueOf(output.toAbsolutePath().normalize().getFileName()),
                    Optional.ofNullable(tier),
                    new TrainingPlan.Splitting(heldOut(), folds),
                    seed,
                    prefix,
                    new FrozenSettings(layers, neighbours, HeadSettings.DEFAULT),
                    tuned.settings(),
                    new TrainingPlan.Resources(run.threads(), RunOptions.cache()));
        } catch (IllegalArgumentException e) {
            throw new UserFacingException(e.getMessage() + ".", "See framing train --help.", e);
        }
    }

    private Optional<TrainingPlan.HeldOut> heldOut() {
        TrainingPlan.HeldOut usual = TrainingPlan.HeldOut.TENTHS;
        return developmentShare == null && testShare == null
                ? Optional.empty()
                : Optional.of(new TrainingPlan.HeldOut(
                        developmentShare == null ? usual.developmentShare() : developmentShare,
                        testShare == null ? usual.testShare() : testShare));
    }

    private List<Provenance.DataFile> dataFiles() throws IOException {
        List<Provenance.DataFile> files = new ArrayList<>();
        for (Path file : labels.files()) {
            files.add(Provenance.DataFile.of(file));
        }
        return files;
    }

    private void tell(AnnotationTable table, Progress progress) {
        progress.say(String.format(
                Locale.ROOT,
                "%,d units in %,d groups, %s; seed %d, %d thread(s).",
                table.annotations().size(),
                table.groups().stream().distinct().count(),
                table.ordered()
                        ? "read in article order"
                        : table.documentsKnown()
                                ? "split by document, read one by one"
                                : "documents not known, read one by one",
                seed,
                run.threads()));
        if (!table.rejected().isEmpty()) {
            progress.say(String.format(
                    Locale.ROOT,
                    "%,d rows cannot be used and are listed in %s.rejected.csv; the first: line %d, %s.",
                    table.rejected().size(),
                    output,
                    table.rejected().get(0).line(),
                    table.rejected().get(0).reason()));
        }
        for (Facet facet : table.codebook().facets()) {
            StringBuilder counts = new StringBuilder(facet.name() + ":");
            for (String label : facet.labelIds()) {
                long count = table.annotations().stream()
                        .filter(a -> label.equals(a.label(facet.name())))
                        .count();
                counts.append(' ').append(label).append(' ').append(count);
            }
            progress.say(counts + "; rare codes weigh more, by the square root of their count.");
            if (table.conflicts(facet.name()) > 0) {
                progress.say(table.conflicts(facet.name()) + " units of " + facet.name()
                        + " repeat the text of another with a different code; all are kept.");
            }
        }
    }
}
