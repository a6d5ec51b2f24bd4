package framing.scoring;

import java.math.BigDecimal;

/** A probability with four decimals, the precision of the output. */
final class Probability {
    private static final int DECIMALS = 4;
    private static final float SCALE = 10_000f;

    private Probability() {}

    static BigDecimal of(float probability) {
        return BigDecimal.valueOf(Math.round(probability * SCALE), DECIMALS);
    }
}
