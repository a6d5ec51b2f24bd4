package framing.tuning;

/**
 * Dropout (Srivastava et al. 2014), inverted: each number is set to zero with this probability, the others are divided
 * by the probability to stay. What is dropped is a function of the seed, the site and the token's place in the batch
 * alone: the backward pass asks again instead of storing masks, and the way a batch is divided among threads does not
 * matter.
 *
 * @param rate       the probability to be dropped; 0 drops nothing
 * @param seed       another one at every step
 * @param firstToken the place in the batch of row 0
 */
record Dropout(double rate, long seed, int firstToken) {
    static final Dropout NONE = new Dropout(0, 0, 0);

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;
    private static final int CHANCES = 1 << 16;

    Dropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("the rate of dropout must be from 0 to below 1, but was " + rate);
        }
    }

    /** The same dropout at another place in the network. */
    Dropout at(int site) {
        return new Dropout(rate, mix(seed + site * GOLDEN_RATIO), firstToken);
    }

    /** The same dropout for rows that begin further into the batch. */
    Dropout from(int token) {
        return new Dropout(rate, seed, token);
    }

    /** Drops numbers of one row; the same ones whenever it is asked. */
    void apply(float[] values, int row) {
        if (rate == 0) {
            return;
        }
        long state = mix(seed ^ (firstToken + (long) row) * GOLDEN_RATIO);
        int dropped = (int) Math.round(rate * CHANCES);
        float[] factor = {(float) (1 / (1 - rate)), 0};
        for (int i = 0; i < values.length; i += 4) {
            long bits = mix(state += GOLDEN_RATIO);
            int end = Math.min(i + 4, values.length);
            for (int j = i; j < end; j++) {
                values[j] *= factor[(int) (((bits & (CHANCES - 1)) - dropped) >>> 63)]; // the sign; no branch to guess
                bits >>>= 16;
            }
        }
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long z) {
        long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        y = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
        return y ^ (y >>> 31);
    }
}
