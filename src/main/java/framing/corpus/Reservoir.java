package framing.corpus;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A simple random sample of a stream of unknown length, as the ordinals of its members (algorithm R: Vitter 1985, Random
 * sampling with a reservoir, ACM Transactions on Mathematical Software 11). Memory is that of the sample.
 */
final class Reservoir {
    private long[] kept = new long[16];
    private final int size;
    private final SplittableRandom random;
    private long seen;

    Reservoir(Selection.Sample sample) {
        this.size = sample.size();
        this.random = new SplittableRandom(sample.seed());
    }

    /** Takes note of one more member of the stream. */
    void offer() {
        long place = seen < size ? seen : random.nextLong(seen + 1);
        if (place < size) {
            if (place >= kept.length) {
                kept = Arrays.copyOf(kept, (int) Math.min(size, 2L * kept.length));
            }
            kept[(int) place] = seen;
        }
        seen++;
    }

    /** The ordinals of the sample, from 0, in rising order. */
    long[] ordinals() {
        long[] ordinals = Arrays.copyOf(kept, (int) Math.min(seen, size));
        Arrays.sort(ordinals);
        return ordinals;
    }
}
