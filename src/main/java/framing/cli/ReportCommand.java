package framing.cli;

import framing.Progress;
import framing.UserFacingException;
import framing.classifier.Model;
import framing.classifier.ModelFolder;
import framing.report.ReportPlan;
import framing.report.ScoringReport;
import framing.scoring.ScoringPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Makes a page of a scored file: shares, articles sentence by sentence, doubtful sentences.",
        footer = {
            "",
            "The page is one file that loads nothing and sends nothing. Every column NAME beside a column"
                    + " NAME_probability is taken for a facet. What a missing column makes impossible is left out, and the"
                    + " page says so. Shares are uncorrected counts of a model's labels.",
            "",
            "Example:",
            "  framing report scores.csv --out report.html"
        })
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SCORED", description = "A file that framing score wrote, in whatever format.")
    private Path scored = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The page to write.")
    private Path output = Path.of("");

    @Option(
            names = "--stance",
            paramLabel = "FILE",
            description = "The stances toward targets (default: SCORED.stance.csv, where it exists).")
    private @Nullable Path stance;

    @Option(
            names = "--model",
            paramLabel = "FOLDER",
            description = "The model that labelled the file, to show its card and what its codes mean.")
    private @Nullable Path model;

    @Mixin
    private ReportColumns columns = new ReportColumns();

    @Option(
            names = "--articles",
            paramLabel = "N",
            description = "How many articles the page shows, drawn by chance where there are more (default:"
                    + " ${DEFAULT-VALUE}).")
    private int articles = ReportPlan.ARTICLES;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of that draw and of the intervals (default: ${DEFAULT-VALUE}).")
    private long seed = ReportPlan.SEED;

    @Option(names = "--overwrite", description = "Replace the page if it exists.")
    private boolean overwrite;

    @Option(names = "--quiet", description = "Say nothing but errors.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        Path stances = stances();
        OutputFile.requireFree(output, overwrite, List.of(scored, stances));
        Progress progress = ConsoleProgress.of(quiet);
        new ScoringReport(plan(stances), progress).write();
        progress.say("Wrote " + output + ".");
        return 0;
    }

    private ReportPlan plan(Path stances) {
        try {
            return new ReportPlan(scored, stances, output, columns.columns(), articles, seed, knownModel());
        } catch (IllegalArgumentException e) {
            throw new UserFacingException(e.getMessage() + ".", "See framing report --help.", e);
        }
    }

    private Path stances() {
        if (stance == null) {
            return ScoringPlan.outputPerTarget(scored);
        }
        if (!Files.isRegularFile(stance)) {
            throw new UserFacingException("There is no file " + stance + ".", "Check the name, or leave --stance out.");
        }
        return stance;
    }

    private Optional<ReportPlan.KnownModel> knownModel() {
        if (model == null) {
            return Optional.empty();
        }
        Model read = ModelFolder.read(model);
        return Optional.of(new ReportPlan.KnownModel(read.card(), read.codebook()));
    }
}
