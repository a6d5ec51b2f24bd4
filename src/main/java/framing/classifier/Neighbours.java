package framing.classifier;

import java.util.Arrays;

/**
 * Puts the vectors of a unit's neighbours in its article beside its own: x = [previous, own, next], zeros beyond the ends
 * of the article. In the frozen tier a head sees them, for a quotation often names its speaker one sentence later.
 *
 * @param reach how many neighbours on each side; 0 for the unit alone
 */
public record Neighbours(int reach) {
    /** The most neighbours on each side. */
    public static final int FARTHEST = 3;

    public Neighbours {
        if (reach < 0 || reach > FARTHEST) {
            throw new IllegalArgumentException("neighbours must be between 0 and " + FARTHEST + ", but were " + reach);
        }
    }

    /** Numbers in the features of a unit whose own vector has {@code width}. */
    public int features(int width) {
        return width * (2 * reach + 1);
    }

    /** Numbers in the features of a target in such a unit: those of the unit, then the target's own vector. */
    public int targetFeatures(int width) {
        return features(width) + width;
    }

    /** The features of a target in a unit, from the unit's features and the vector of the target's own words. */
    public static float[] targetFeatures(float[] unit, float[] target) {
        float[] features = Arrays.copyOf(unit, unit.length + target.length);
        System.arraycopy(target, 0, features, unit.length, target.length);
        return features;
    }

    /** The features of one unit of an article, from the vectors of all its units. */
    public float[] features(float[][] article, int unit) {
        if (reach == 0) {
            return article[unit];
        }
        int width = article[unit].length;
        float[] features = new float[features(width)];
        for (int offset = -reach; offset <= reach; offset++) {
            int other = unit + offset;
            if (other >= 0 && other < article.length) {
                System.arraycopy(article[other], 0, features, (offset + reach) * width, width);
            }
        }
        return features;
    }
}
