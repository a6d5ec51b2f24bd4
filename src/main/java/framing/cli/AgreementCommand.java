package framing.cli;

import framing.UserFacingException;
import framing.codebook.CoderTable;
import framing.evaluation.Agreement;
import framing.evaluation.CodedUnit;
import framing.report.AgreementText;
import framing.report.EvaluationJson;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "agreement",
        mixinStandardHelpOptions = true,
        description = "Says how far coders agree: Krippendorff's alpha for all codes together and for each.",
        footer = {
            "",
            "One row a unit, one column a coder; an empty cell means that this coder did not code the unit. Intervals are"
                    + " 95 %% bootstrap intervals over whole documents. Krippendorff's own advice: rely on alpha of .800 and"
                    + " more, conclude tentatively from .667 on.",
            "",
            "Example:",
            "  framing agreement coded.csv --columns voice_anna,voice_ben"
        })
final class AgreementCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "CODED",
            arity = "1..*",
            description = "Tables of coded units (CSV, JSON lines, Parquet, XLSX).")
    private List<Path> files = List.of();

    @Option(
            names = "--columns",
            required = true,
            paramLabel = "A,B,...",
            description = "The columns to compare, one a coder; given again, another comparison is made.")
    private List<String> comparisons = List.of();

    @Option(
            names = "--group-column",
            paramLabel = "NAME",
            description = "What is resampled as a whole for the intervals (default: doc_id, or the row).")
    private @Nullable String groupColumn;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write every figure as JSON.")
    private @Nullable Path json;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the intervals (default: 1).")
    private long seed = 1;

    @Option(names = "--quiet", description = "Say nothing but errors.")
    private boolean quiet;

    @Override
    public Integer call() {
        if (json != null) {
            OutputFile.requireFree(json, true, files);
        }
        Map<String, Agreement> agreements = new LinkedHashMap<>();
        for (String comparison : comparisons) {
            List<String> coders = Arrays.stream(comparison.split(",", -1))
                    .map(String::strip)
                    .filter(coder -> !coder.isEmpty())
                    .distinct()
                    .toList();
            if (coders.size() < 2) {
                throw new UserFacingException(
                        "Agreement needs at least two coders, but --columns named \"" + comparison + "\".",
                        "Name their columns with commas between: --columns voice_anna,voice_ben.");
            }
            agreements.put(String.join(", ", coders), agreement(coders));
        }
        agreements.forEach((coders, agreement) -> System.out.println(AgreementText.of(coders, agreement)));
        if (json != null) {
            OutputFile.write(json, EvaluationJson.of(agreements));
        }
        return 0;
    }

    private Agreement agreement(List<String> coders) {
        CoderTable table = CoderTable.read(files, coders, groupColumn);
        if (!table.rejected().isEmpty()) {
            ConsoleProgress.of(quiet).say(RejectedWords.of(table.rejected()));
        }
        if (table.units().stream().noneMatch(unit -> unit.labels().size() > 1)) {
            throw new UserFacingException(
                    "No unit was coded by two of " + String.join(", ", coders) + ".",
                    "Name columns whose coders share units; an empty cell means not coded.");
        }
        List<CodedUnit> units = table.units().stream()
                .map(unit -> new CodedUnit(
                        unit.group(),
                        unit.labels().stream().map(table.labels()::indexOf).toList()))
                .toList();
        return Agreement.of(table.labels(), units, seed);
    }
}
