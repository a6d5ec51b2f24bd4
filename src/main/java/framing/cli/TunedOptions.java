package framing.cli;

import framing.training.TunedSettings;
import picocli.CommandLine.Option;

/** How the tuned tier learns. */
final class TunedOptions {
    @Option(
            names = "--tuned-layers",
            paramLabel = "N",
            description = "Upper layers of the encoder that the tuned tier trains (default: ${DEFAULT-VALUE}).")
    private int layers = TunedSettings.DEFAULT.layers();

    @Option(
            names = "--window",
            paramLabel = "TOKENS",
            description = "The tuned tier reads sentences of an article together, up to this many word pieces"
                    + " (default: ${DEFAULT-VALUE}).")
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

    TunedSettings settings() {
        return new TunedSettings(
                layers,
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
