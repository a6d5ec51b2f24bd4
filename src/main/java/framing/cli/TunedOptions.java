package framing.cli;

import framing.training.TunedSettings;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the tuned tier learns. */
final class TunedOptions {
    @Option(
            names = "--top-layer",
            paramLabel = "N",
            description =
                    "The encoder's layer that the tuned tier's heads read; those above it are left out, which makes"
                            + " scoring faster (default: 12 where sentences are read in windows, 8 where one by one).")
    private @Nullable Integer topLayer;

    @Option(
            names = "--tuned-layers",
            paramLabel = "N",
            description = "How many layers the tuned tier trains, the top layer and those next below it"
                    + " (default: all but the lowest 4, at least 1).")
    private @Nullable Integer layers;

    @Option(
            names = "--window",
            paramLabel = "TOKENS",
            description = "The tuned tier reads sentences of an article together, up to this many word pieces,"
                    + " or with 0 one by one (default: ${DEFAULT-VALUE}).")
    private int windowTokens = TunedSettings.DEFAULT.windowTokens();

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "Passes of the tuned tier over the training units (default: ${DEFAULT-VALUE}).")
    private int epochs = TunedSettings.DEFAULT.epochs();

    @Option(
            names = "--learning-rate",
            paramLabel = "RATE",
            description = "Of the tuned tier's layers at its highest (default: ${DEFAULT-VALUE}).")
    private double learningRate = TunedSettings.DEFAULT.learningRate();

    @Option(
            names = "--batch-tokens",
            paramLabel = "N",
            description = "Word pieces in a step of the tuned tier (default: ${DEFAULT-VALUE}).")
    private int batchTokens = TunedSettings.DEFAULT.batchTokens();

    @Option(
            names = "--roughening",
            paramLabel = "SHARE",
            description = "Share of an article's sentences that lose commas, quotation marks or apostrophes in an epoch"
                    + " (default: ${DEFAULT-VALUE}).")
    private double roughening = TunedSettings.DEFAULT.roughening();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Train the tuned tier N times, with seeds from --seed on, and average the weights (default:"
                    + " ${DEFAULT-VALUE}).")
    private int seeds = TunedSettings.DEFAULT.seeds();

    private static OptionalInt optional(@Nullable Integer given) {
        return given == null ? OptionalInt.empty() : OptionalInt.of(given);
    }

    TunedSettings settings() {
        return new TunedSettings(
                optional(topLayer),
                optional(layers),
                windowTokens,
                epochs,
                batchTokens,
                learningRate,
                TunedSettings.DEFAULT.headLearningRate(),
                TunedSettings.DEFAULT.dropout(),
                roughening,
                seeds);
    }
}
