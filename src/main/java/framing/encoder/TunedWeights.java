package framing.encoder;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What tuning changed of the encoder, small enough to ship: each matrix as the difference to the encoder's own, in eight
 * bits with one scale a column (W = W0 + q s, with s the column's largest difference over 127), each vector in full.
 *
 * @param steps the whole numbers q of each matrix, by BERT's names
 * @param scales the scale s of each column of each matrix
 * @param vectors biases and layer norms
 */
public record TunedWeights(Map<String, Int8Tensor> steps, Map<String, Tensor> scales, Map<String, Tensor> vectors) {
    /** The encoder as it came. */
    public static final TunedWeights NONE = new TunedWeights(Map.of(), Map.of(), Map.of());

    private static final int LARGEST = 127;

    public TunedWeights {
        steps = Map.copyOf(steps);
        scales = Map.copyOf(scales);
        vectors = Map.copyOf(vectors);
        if (!steps.keySet().equals(scales.keySet())) {
            throw new IllegalArgumentException(
                    "matrices " + steps.keySet() + " need scales, but got " + scales.keySet());
        }
    }

    /** The difference between the encoder's own tensors and tuned ones of the same names. */
    public static TunedWeights between(Map<String, Tensor> own, Map<String, Tensor> tuned) {
        Map<String, Int8Tensor> steps = new TreeMap<>();
        Map<String, Tensor> scales = new TreeMap<>();
        Map<String, Tensor> vectors = new TreeMap<>();
        tuned.forEach((name, tensor) -> {
            Tensor before = own.get(name);
            if (before == null) {
                throw new IllegalArgumentException("the encoder has no tensor " + name);
            }
            if (tensor.shape().length == 2) {
                int columns = tensor.shape()[1];
                float[] scale = scales(before.values(), tensor.values(), columns);
                steps.put(
                        name,
                        new Int8Tensor(tensor.shape()[0], columns, steps(before.values(), tensor.values(), scale)));
                scales.put(name, new Tensor(new int[] {columns}, scale));
            } else {
                vectors.put(name, tensor);
            }
        });
        return new TunedWeights(steps, scales, vectors);
    }

    private static float[] scales(float[] own, float[] tuned, int columns) {
        float[] scale = new float[columns];
        for (int i = 0; i < own.length; i++) {
            scale[i % columns] = Math.max(scale[i % columns], Math.abs(tuned[i] - own[i]) / LARGEST);
        }
        return scale;
    }

    private static byte[] steps(float[] own, float[] tuned, float[] scale) {
        byte[] steps = new byte[own.length];
        for (int i = 0; i < own.length; i++) {
            float s = scale[i % scale.length];
            steps[i] = s == 0 ? 0 : (byte) Math.round((tuned[i] - own[i]) / s);
        }
        return steps;
    }

    public boolean isEmpty() {
        return steps.isEmpty() && vectors.isEmpty();
    }

    /** BERT's names of all tensors that were tuned. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(steps.keySet());
        names.addAll(vectors.keySet());
        return names;
    }

    /** The numbers of one tuned tensor, from the encoder's own. */
    float[] values(String name, float[] own) {
        Tensor vector = vectors.get(name);
        Int8Tensor matrix = steps.get(name);
        Tensor scale = scales.get(name);
        if (vector != null && vector.values().length == own.length) {
            return vector.values();
        }
        if (matrix == null || scale == null || matrix.values().length != own.length) {
            throw new IllegalArgumentException("the encoder has no tensor " + name + " of this size");
        }
        float[] values = own.clone();
        int columns = matrix.columns();
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] += matrix.values()[row * columns + column] * scale.values()[column];
            }
        }
        return values;
    }

    /** The tuned tensors, from the encoder's own of the same names. */
    public Map<String, Tensor> applyTo(Map<String, Tensor> own) {
        Map<String, Tensor> tuned = new TreeMap<>();
        own.forEach((name, tensor) -> tuned.put(name, new Tensor(tensor.shape(), values(name, tensor.values()))));
        return tuned;
    }
}
