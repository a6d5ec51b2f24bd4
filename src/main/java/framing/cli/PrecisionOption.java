package framing.cli;

import framing.encoder.Precision;
import picocli.CommandLine.Option;

/** How exactly the encoder computes. */
final class PrecisionOption {
    @Option(
            names = "--precision",
            paramLabel = "PRECISION",
            defaultValue = "int8",
            description = "int8, or fp32: half as fast, the numbers that training saw (default: ${DEFAULT-VALUE}).")
    private Precision value = Precision.INT8;

    Precision value() {
        return value;
    }
}
