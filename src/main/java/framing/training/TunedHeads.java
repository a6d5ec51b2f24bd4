package framing.training;

import framing.classifier.Head;
import framing.codebook.Facet;
import framing.encoder.OnnxSentenceEncoder;
import framing.tuning.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The heads of all facets while they learn together with the encoder's layers: z = x W + b for each facet, on the pooled
 * vector x of a sentence or a target, and the weighted cross-entropy of each facet that the unit was coded for.
 */
final class TunedHeads {
    private static final int WIDTH = OnnxSentenceEncoder.LAYER_WIDTH;

    private final List<Facet> facets;
    private final List<float[]> classWeights;
    private final Parameters weights;
    private final Parameters gradients;

    TunedHeads(List<Facet> facets, List<float[]> classWeights, long seed) {
        this.facets = facets;
        this.classWeights = classWeights;
        Random random = new Random(seed);
        Parameters.Builder builder = Parameters.builder();
        for (Facet facet : facets) {
            float[] initial = new float[width(facet) * facet.labels().size()];
            for (int i = 0; i < initial.length; i++) {
                initial[i] = (float) (0.02 * random.nextGaussian());
            }
            builder.matrix(weight(facet), width(facet), facet.labels().size(), initial);
            builder.vector(bias(facet), new float[facet.labels().size()]);
        }
        this.weights = builder.build();
        this.gradients = weights.zeros();
    }

    /** The length of the vectors that the facet's head sees. */
    private static int width(Facet facet) {
        return facet.per() == Facet.Per.TARGET ? 2 * WIDTH : WIDTH;
    }

    private static String weight(Facet facet) {
        return facet.name() + ".weight";
    }

    private static String bias(Facet facet) {
        return facet.name() + ".bias";
    }

    Parameters weights() {
        return weights;
    }

    Parameters gradients() {
        return gradients;
    }

    /**
     * What a batch says of the way down.
     *
     * @param loss the mean over all codes in the batch
     * @param dPooled the gradient of the pooled units, [unit][width]
     */
    record Backward(double loss, float[][] dPooled) {}

    /**
     * Leaves the gradients of the heads.
     *
     * @param pooled units, [unit][width]
     * @param labels the place of each unit's label for each facet, [facet][unit]; -1 where it was not coded
     */
    Backward backward(float[][] pooled, int[][] labels) {
        long coded = Arrays.stream(labels)
                .flatMapToInt(Arrays::stream)
                .filter(label -> label >= 0)
                .count();
        float[][] dPooled =
                Arrays.stream(pooled).map(unit -> new float[unit.length]).toArray(float[][]::new);
        double loss = 0;
        for (int f = 0; f < facets.size(); f++) {
            loss += backward(f, pooled, labels[f], 1f / Math.max(1, coded), dPooled);
        }
        return new Backward(loss, dPooled);
    }

    private double backward(int f, float[][] pooled, int[] labels, float share, float[][] dPooled) {
        Facet facet = facets.get(f);
        int count = facet.labels().size();
        float[] w = weights.get(weight(facet));
        float[] b = weights.get(bias(facet));
        float[] dw = new float[w.length];
        float[] db = new float[count];
        double loss = 0;
        for (int s = 0; s < pooled.length; s++) {
            if (labels[s] < 0) {
                continue;
            }
            double[] p = softmax(logits(pooled[s], w, b));
            float weight = classWeights.get(f)[labels[s]] * share;
            loss -= weight * Math.log(Math.max(p[labels[s]], 1e-12));
            for (int label = 0; label < count; label++) {
                float dz = weight * (float) (p[label] - (label == labels[s] ? 1 : 0));
                db[label] += dz;
                for (int i = 0; i < pooled[s].length; i++) {
                    dw[i * count + label] += dz * pooled[s][i];
                    dPooled[s][i] += dz * w[i * count + label];
                }
            }
        }
        gradients.set(weight(facet), dw);
        gradients.set(bias(facet), db);
        return loss;
    }

    private static double[] logits(float[] x, float[] w, float[] b) {
        double[] z = new double[b.length];
        for (int label = 0; label < z.length; label++) {
            z[label] = b[label];
        }
        for (int i = 0; i < x.length; i++) {
            for (int label = 0; label < z.length; label++) {
                z[label] += x[i] * w[i * z.length + label];
            }
        }
        return z;
    }

    private static double[] softmax(double[] z) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : z) {
            largest = Math.max(largest, value);
        }
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            z[i] = Math.exp(z[i] - largest);
            sum += z[i];
        }
        for (int i = 0; i < z.length; i++) {
            z[i] /= sum;
        }
        return z;
    }

    /** The heads as the classifier uses them. */
    List<Head> heads() {
        List<Head> heads = new ArrayList<>();
        for (Facet facet : facets) {
            int count = facet.labels().size();
            int width = width(facet);
            float[] w = weights.get(weight(facet));
            float[] rows = new float[w.length];
            for (int i = 0; i < width; i++) {
                for (int label = 0; label < count; label++) {
                    rows[label * width + i] = w[i * count + label];
                }
            }
            heads.add(new Head(rows, weights.get(bias(facet))));
        }
        return heads;
    }
}
