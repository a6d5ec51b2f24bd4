package framing.evaluation;

import java.util.List;
import java.util.OptionalDouble;

/** Logarithmic loss: how surprised the model is by what the coder said. */
public final class LogLoss {
    /** The least probability: a unit can cost at most 34.5 nats. */
    private static final double LEAST = 1e-15;

    private LogLoss() {}

    /**
     * The mean over units of -ln p, where p is the probability of the label that was given, clipped to at least 1e-15
     * and at most 1 (the logarithmic score: Good 1952, Rational decisions, JRSS B 14(1)). Zero is perfect; always giving
     * each of K labels 1/K costs ln K. Empty when there are no units.
     */
    public static OptionalDouble mean(List<Outcome> outcomes) {
        return outcomes.stream().mapToDouble(LogLoss::of).average();
    }

    private static double of(Outcome outcome) {
        double probability = outcome.predicted().probability(outcome.actual());
        return -Math.log(Math.min(1, Math.max(LEAST, probability)));
    }
}
