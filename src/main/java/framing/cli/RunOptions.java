package framing.cli;

import framing.Progress;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that every long run has. */
final class RunOptions {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Work on N cores (default: all). Scores are the same for every N; a model tuned on another N may"
                            + " differ by rounding.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--quiet", description = "Say nothing but errors.")
    private boolean quiet;

    int threads() {
        return threads;
    }

    Progress progress() {
        return ConsoleProgress.of(quiet);
    }

    /** The folder where encoded texts are kept: of the environment's FRAMING_CACHE or XDG_CACHE_HOME, else the home's. */
    static Path cache() {
        String own = System.getenv("FRAMING_CACHE");
        if (own != null && !own.isBlank()) {
            return Path.of(own);
        }
        String shared = System.getenv("XDG_CACHE_HOME");
        return (shared != null && !shared.isBlank()
                        ? Path.of(shared)
                        : Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("framing");
    }
}
