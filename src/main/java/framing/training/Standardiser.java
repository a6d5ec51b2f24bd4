package framing.training;

import framing.classifier.Head;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Brings each feature to mean 0 and standard deviation 1 over the training units: z = (x - m) / s. A feature that does not
 * vary over them says nothing: its z is 0 everywhere.
 */
final class Standardiser {
    private static final double SMALLEST_DEVIATION = 1e-6;

    private final float[] mean;
    private final float[] scale;

    private Standardiser(float[] mean, float[] scale) {
        this.mean = mean;
        this.scale = scale;
    }

    static Standardiser of(float[][] features, List<Integer> units) {
        int size = features[units.get(0)].length;
        double[] sum = new double[size];
        double[] squares = new double[size];
        for (int unit : units) {
            float[] x = features[unit];
            for (int i = 0; i < size; i++) {
                sum[i] += x[i];
                squares[i] += (double) x[i] * x[i];
            }
        }
        float[] mean = new float[size];
        float[] scale = new float[size];
        for (int i = 0; i < size; i++) {
            double m = sum[i] / units.size();
            double deviation = Math.sqrt(Math.max(0, squares[i] / units.size() - m * m));
            mean[i] = (float) m;
            scale[i] = deviation < SMALLEST_DEVIATION ? 0 : (float) (1 / deviation);
        }
        return new Standardiser(mean, scale);
    }

    int size() {
        return mean.length;
    }

    /** The standardised features of these units, [units x features]. */
    INDArray apply(float[][] features, List<Integer> units) {
        float[] values = new float[units.size() * mean.length];
        int at = 0;
        for (int unit : units) {
            float[] x = features[unit];
            for (int i = 0; i < mean.length; i++) {
                values[at++] = (x[i] - mean[i]) * scale[i];
            }
        }
        return Nd4j.create(values, new long[] {units.size(), mean.length}, 'c');
    }

    /**
     * The head over plain features that equals a layer over standardised ones: W z + b = (W / s) x + (b - W m / s).
     *
     * @param weights [features x labels]
     * @param bias [1 x labels]
     */
    Head fold(INDArray weights, INDArray bias) {
        int labels = weights.columns();
        float[] folded = weights.transpose().dup('c').data().asFloat();
        float[] shifted = bias.dup('c').data().asFloat();
        for (int label = 0; label < labels; label++) {
            double shift = 0;
            for (int i = 0; i < mean.length; i++) {
                int at = label * mean.length + i;
                folded[at] *= scale[i];
                shift += folded[at] * mean[i];
            }
            shifted[label] -= (float) shift;
        }
        return new Head(folded, shifted);
    }
}
