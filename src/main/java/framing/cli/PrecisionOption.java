package framing.cli;

import framing.encoder.Precision;
import picocli.CommandLine.Option;

/** How exactly the encoder computes. */
final class PrecisionOption {
    @Option(
            names = "--precision",
            paramLabel = "PRECISION",
            defaultValue = "fp32",
            description = "fp32, or int8: faster, nearly as exact (default: ${DEFAULT-VALUE}).")
    private Precision value = Precision.FP32;

    Precision value() {
        return value;
    }
}
