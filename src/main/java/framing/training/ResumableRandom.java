package framing.training;

import java.util.Random;

/**
 * The numbers of {@link Random}, from a state that can be kept: its specification fixes the linear congruential generator
 * (Knuth, The Art of Computer Programming 2, section 3.2.1), but hides where it stands. Not for threads to share.
 */
final class ResumableRandom extends Random {
    private static final long serialVersionUID = 1;
    private static final long MULTIPLIER = 0x5DEECE66DL;
    private static final long INCREMENT = 0xBL;
    private static final int BITS = 48;
    private static final long MASK = (1L << BITS) - 1;

    private long state;

    ResumableRandom(long seed) {
        super(seed); // which calls setSeed
    }

    @Override
    public synchronized void setSeed(long seed) {
        state = (seed ^ MULTIPLIER) & MASK;
    }

    @Override
    protected int next(int bits) {
        state = (state * MULTIPLIER + INCREMENT) & MASK;
        return (int) (state >>> (BITS - bits));
    }

    /** Where the generator stands. */
    long state() {
        return state;
    }

    /** Goes on where another one stood. */
    void goTo(long stateOfAnother) {
        state = stateOfAnother;
    }
}
