package framing.cli;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program's entry. */
@Command(
        name = "framing",
        description =
                "Says for every sentence of news articles who is speaking and how loaded the wording is, and learns"
                        + " new codes from labelled sentences.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  framing score articles.csv --model models/conflict-news-en --out scores.csv",
            "  framing train labels.csv --facet frame --out models/my-frames",
            "  framing evaluate labels.csv --model models/my-frames",
            "",
            "Exit codes: 0 done, 1 the program's fault, 2 the request or the input at fault, 3 every row rejected."
        },
        subcommands = {
            ScoreCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            AgreementCommand.class,
            AuditCommand.class,
            ReportCommand.class,
            InspectCommand.class,
            GenerateCompletion.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The commands, ready to be executed. */
    static CommandLine commandLine() {
        FailureHandler failures = new FailureHandler();
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .setUsageHelpAutoWidth(true);
    }

    /** The version that the jar was built as. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"framing " + (version == null ? "development" : version)};
        }
    }
}
