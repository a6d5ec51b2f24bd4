package framing.cli;

import framing.UserFacingException;
import framing.report.ReportPlan;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a page about a scored file shows, and from which columns. */
final class ReportOptions {
    @Option(
            names = "--outlet-column",
            paramLabel = "NAME",
            defaultValue = "outlet",
            description = "Who published an article, for the page (default: outlet).")
    private String outletColumn = "outlet";

    @Option(
            names = "--date-column",
            paramLabel = "NAME",
            defaultValue = "date",
            description = "When, for the page (default: date).")
    private String dateColumn = "date";

    @Option(
            names = "--articles",
            paramLabel = "N",
            description = "How many articles the page shows, drawn by chance where there are more (default:"
                    + " ${DEFAULT-VALUE}).")
    private int articles = ReportPlan.ARTICLES;

    @Option(
            names = "--report-seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of that draw and of the page's intervals (default: 1).")
    private long seed = 1;

    /** Where the stances of a scored file are kept. */
    static Path stancesOf(Path scored) {
        return scored.resolveSibling(scored.getFileName() + ".stance.csv");
    }

    ReportPlan plan(Path scored, Path stances, Path output, Optional<ReportPlan.KnownModel> model) {
        try {
            return new ReportPlan(
                    scored, stances, output, new ReportPlan.Columns(outletColumn, dateColumn), articles, seed, model);
        } catch (IllegalArgumentException e) {
            throw new UserFacingException(e.getMessage() + ".", "See framing report --help.", e);
        }
    }
}
