package framing.evaluation;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How far the model's probabilities can be believed.
 *
 * @param logLoss see {@link LogLoss#mean}; empty when there are no units
 * @param expectedCalibrationError see {@link ReliabilityCurve#expectedCalibrationError}; empty when there are no units
 * @param reliability the curve behind it
 */
public record ProbabilityScores(
        OptionalDouble logLoss, OptionalDouble expectedCalibrationError, ReliabilityCurve reliability) {

    /** The scores of these outcomes, against the label that was given; a second acceptable label is not looked at. */
    public static ProbabilityScores of(List<Outcome> outcomes) {
        ReliabilityCurve reliability = ReliabilityCurve.of(outcomes);
        return new ProbabilityScores(LogLoss.mean(outcomes), reliability.expectedCalibrationError(), reliability);
    }
}
