package framing.tuning;

import java.util.Arrays;
import java.util.List;

/**
 * A batch of sequences as the encoder sees them between two layers: one vector a token, the sequences packed one after
 * another without padding. A sequence is what attention sees at once: a sentence, or a window of sentences.
 */
public final class TokenStates {
    private final int width;
    private final float[] values;
    private final int[] starts;

    private TokenStates(int width, float[] values, int[] starts) {
        this.width = width;
        this.values = values;
        this.starts = starts;
    }

    /**
     * Token states over these arrays.
     *
     * @param width  the length of a token's vector
     * @param values tokens x width, row major; not copied
     * @param starts the first token of each sequence, ascending from 0; no sequence is empty
     */
    public static TokenStates of(int width, float[] values, int... starts) {
        if (width < 1 || values.length == 0 || values.length % width != 0) {
            throw new IllegalArgumentException(values.length + " numbers are not vectors of " + width);
        }
        int tokens = values.length / width;
        for (int i = 0; i < starts.length; i++) {
            if (starts[i] >= tokens || (i == 0 ? starts[0] != 0 : starts[i] <= starts[i - 1])) {
                throw new IllegalArgumentException("sequences of " + tokens
                        + " tokens must start at 0 and ascend, but start at " + Arrays.toString(starts));
            }
        }
        if (starts.length == 0) {
            throw new IllegalArgumentException("a batch needs at least one sequence");
        }
        return new TokenStates(width, values, starts.clone());
    }

    /** Packs sequences, each tokens x width row major, into one batch. */
    public static TokenStates pack(int width, List<float[]> sequences) {
        int[] starts = new int[sequences.size()];
        int length = 0;
        for (int i = 0; i < starts.length; i++) {
            if (sequences.get(i).length % width != 0) {
                throw new IllegalArgumentException("sequence " + i + " has " + sequences.get(i).length
                        + " numbers, which are not vectors of " + width);
            }
            starts[i] = length / width;
            length += sequences.get(i).length;
        }
        float[] values = new float[length];
        for (int i = 0; i < starts.length; i++) {
            System.arraycopy(sequences.get(i), 0, values, starts[i] * width, sequences.get(i).length);
        }
        return of(width, values, starts);
    }

    public int width() {
        return width;
    }

    public int tokens() {
        return values.length / width;
    }

    public int sequences() {
        return starts.length;
    }

    /** The first token of a sequence, counted over the batch. */
    public int start(int sequence) {
        return starts[sequence];
    }

    /** The number of tokens of a sequence. */
    public int length(int sequence) {
        return (sequence + 1 < starts.length ? starts[sequence + 1] : tokens()) - starts[sequence];
    }

    /** The vectors, tokens x width, row major; not a copy. */
    public float[] values() {
        return values;
    }

    /** The sequences from one to before another, as a batch of their own. */
    TokenStates slice(int from, int to) {
        int end = to < starts.length ? starts[to] : tokens();
        int[] moved = new int[to - from];
        Arrays.setAll(moved, i -> starts[from + i] - starts[from]);
        return new TokenStates(width, Arrays.copyOfRange(values, starts[from] * width, end * width), moved);
    }

    /** Other vectors for the same tokens; not copied. */
    TokenStates withValues(float[] others) {
        if (others.length != values.length) {
            throw new IllegalArgumentException(
                    tokens() + " tokens need " + values.length + " numbers, but got " + others.length);
        }
        return new TokenStates(width, others, starts);
    }
}
