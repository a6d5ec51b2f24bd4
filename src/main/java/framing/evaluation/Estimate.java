package framing.evaluation;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The value of a statistic in a sample and how far it might lie off.
 *
 * @param value the value; empty where the statistic is undefined
 * @param interval the 95 percent interval over documents; empty where the value is undefined or too few documents bear
 *     on it (see {@link Bootstrap#estimate})
 */
public record Estimate(OptionalDouble value, Optional<Interval> interval) {
    public Estimate {
        if (interval.isPresent() && value.isEmpty()) {
            throw new IllegalArgumentException("A value that is undefined has no interval, but " + interval.get());
        }
    }
}
