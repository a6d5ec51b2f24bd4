package framing.cli;

import framing.classifier.ModelFolder;
import framing.classifier.ModelReadme;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "Shows a model's card: what it predicts, how well, and where it comes from.",
        footer = {"", "Example:", "  framing inspect models/conflict-news-en"})
final class InspectCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MODEL", description = "The model folder.")
    private Path model = Path.of("");

    @Option(names = "--json", description = "Print the model's measurements as JSON instead.")
    private boolean json;

    @Override
    public Integer call() {
        var read = ModelFolder.read(model);
        System.out.print(json ? ModelFolder.readMetrics(model) : ModelReadme.of(read.card(), read.codebook()));
        return 0;
    }
}
