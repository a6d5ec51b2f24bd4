package framing.cli;

import framing.Progress;
import framing.UserFacingException;
import framing.codebook.AnnotationTable;
import framing.codebook.Codebook;
import framing.report.SuspectsCsv;
import framing.report.SuspectsText;
import framing.scoring.RejectedRows;
import framing.training.FrozenSettings;
import framing.training.LabelAudit;
import framing.training.Suspect;
import framing.training.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Lists codes that are likely errors, the likeliest first, for a coder to look at again.",
        footer = {
            "",
            "Every unit is judged by a model that has not seen its document; a code is suspected where such a model is"
                    + " confidently of another opinion (confident learning, Northcutt et al. 2021). A suspicion is no proof:"
                    + " the model may be wrong, and nothing is changed.",
            "",
            "Example:",
            "  framing audit labels.csv --facet frame --out suspects.csv"
        })
final class AuditCommand implements Callable<Integer> {
    @Mixin
    private LabelOptions labels = new LabelOptions();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The table of suspects to write.")
    private Path output = Path.of("");

    @Option(
            names = "--codebook",
            paramLabel = "FILE",
            description = "What the codes mean (default: a codebook made of the codes found).")
    private @Nullable Path codebook;

    @Option(
            names = "--folds",
            paramLabel = "K",
            defaultValue = "5",
            description = "Of whole documents, each judged by a model of the others (default: 5).")
    private int folds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the folds and of training (default: 1).")
    private long seed = 1;

    @Option(
            names = "--tier",
            paramLabel = "TIER",
            description =
                    "How the models learn: tuned is surer, frozen far quicker (default: tuned from 300 coded units"
                            + " on).")
    private TrainingPlan.@Nullable Tier tier;

    @Mixin
    private TunedOptions tuned = new TunedOptions();

    @Option(names = "--overwrite", description = "Replace the output if it exists.")
    private boolean overwrite;

    @Mixin
    private RunOptions run = new RunOptions();

    @Override
    public Integer call() {
        OutputFile.requireFree(output, overwrite, labels.files());
        Progress progress = run.progress();
        TrainingPlan plan = plan();
        AnnotationTable table = labels.read(Optional.ofNullable(codebook).map(Codebook::read), progress);
        if (!table.rejected().isEmpty()) {
            progress.say(RejectedWords.of(table.rejected()));
        }
        LabelAudit audit = new LabelAudit(plan, progress);
        List<Suspect> suspects = audit.suspects(table);
        write(table, suspects);
        audit.forget(table);
        System.out.print(SuspectsText.of(table, suspects));
        progress.say("Wrote " + suspects.size() + " suspected codes to " + output + ".");
        return 0;
    }

    private void write(AnnotationTable table, List<Suspect> suspects) {
        try (RejectedRows rejected = RejectedRows.beside(output)) {
            rejected.addAll(table.rejected());
            SuspectsCsv.write(output, suspects);
        } catch (IOException e) {
            throw OutputFile.unwritable(output, e);
        }
    }

    private TrainingPlan plan() {
        if (folds < 2) {
            throw new UserFacingException("An audit needs at least 2 folds, but --folds was " + folds + ".", "Try 5.");
        }
        try {
            return new TrainingPlan(
                    "audit",
                    Optional.ofNullable(tier),
                    TrainingPlan.Splitting.inFolds(folds),
                    seed,
                    "",
                    FrozenSettings.DEFAULT,
                    tuned.settings(),
                    new TrainingPlan.Resources(run.threads(), RunOptions.cache()));
        } catch (IllegalArgumentException e) {
            throw new UserFacingException(e.getMessage() + ".", "See framing audit --help.", e);
        }
    }
}
