package framing.cli;

import framing.report.ReportPlan;
import picocli.CommandLine.Option;

/** Where a page finds the outlet and the date of an article. */
final class ReportColumns {
    @Option(
            names = "--outlet-column",
            paramLabel = "NAME",
            defaultValue = "outlet",
            description = "Who published an article, for the page (default: outlet).")
    private String outlet = "outlet";

    @Option(
            names = "--date-column",
            paramLabel = "NAME",
            defaultValue = "date",
            description = "When, for the page (default: date).")
    private String date = "date";

    ReportPlan.Columns columns() {
        return new ReportPlan.Columns(outlet, date);
    }
}
