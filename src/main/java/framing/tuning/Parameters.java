package framing.tuning;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Named tensors of floats, laid one after another in one vector: the weights that learn, or their gradients. Names are
 * BERT's, such as {@code encoder.layer.11.attention.self.query.weight}; matrices are [in x out], as ONNX stores them
 * (PyTorch has them [out x in]). The order of names is the order in which they were added.
 *
 * <p>Threads may read at the same time; only one may write.
 */
public final class Parameters {
    private final Map<String, Slot> slots;
    private final INDArray vector;
    private final Matrix numbers;

    private record Slot(int offset, int rows, int columns) {
        int size() {
            return rows * columns;
        }
    }

    private Parameters(Map<String, Slot> slots, int size) {
        this.slots = slots;
        this.vector = Nd4j.create(DataType.FLOAT, size);
        this.numbers = new Matrix(vector, 0, size, 1);
    }

    /** A builder of parameters that copies what it is given. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects tensors by name. */
    public static final class Builder {
        private final Map<String, Slot> slots = new LinkedHashMap<>();
        private final Map<String, float[]> values = new LinkedHashMap<>();
        private int size;

        private Builder() {}

        /** Adds a matrix, row major. */
        public Builder matrix(String name, int rows, int columns, float[] content) {
            if (rows < 1 || columns < 1 || content.length != rows * columns) {
                throw new IllegalArgumentException(
                        name + " is " + rows + " x " + columns + ", but has " + content.length + " numbers");
            }
            if (slots.putIfAbsent(name, new Slot(size, rows, columns)) != null) {
                throw new IllegalArgumentException(name + " was given twice");
            }
            values.put(name, content.clone());
            size = Math.addExact(size, content.length);
            return this;
        }

        /** Adds a vector. */
        public Builder vector(String name, float[] content) {
            return matrix(name, 1, content.length, content);
        }

        /** The parameters collected so far; at least one. */
        public Parameters build() {
            if (slots.isEmpty()) {
                throw new IllegalArgumentException("parameters need at least one tensor");
            }
            var parameters = new Parameters(new LinkedHashMap<>(slots), size);
            values.forEach(parameters::set);
            return parameters;
        }
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(slots.keySet());
    }

    /** How many numbers there are in all tensors. */
    public int size() {
        return numbers.rows();
    }

    /** The rows of a matrix, 1 for a vector. */
    public int rows(String name) {
        return slot(name).rows;
    }

    /** The columns of a matrix, the length of a vector. */
    public int columns(String name) {
        return slot(name).columns;
    }

    /** A copy of one tensor, row major. */
    public float[] get(String name) {
        Slot slot = slot(name);
        float[] copy = new float[slot.size()];
        numbers.read(slot.offset, copy, 0, copy.length);
        return copy;
    }

    /** Overwrites one tensor. */
    public void set(String name, float[] content) {
        Slot slot = slot(name);
        if (content.length != slot.size()) {
            throw new IllegalArgumentException(
                    name + " has " + slot.size() + " numbers, but " + content.length + " were given");
        }
        numbers.write(slot.offset, content, 0, content.length);
    }

    /** One tensor as ND4J sees it, [rows x columns]; a view, so that what is written there is written here. */
    public INDArray tensor(String name) {
        Slot slot = slot(name);
        return vector.get(NDArrayIndex.interval(slot.offset, slot.offset + slot.size()))
                .reshape(slot.rows, slot.columns);
    }

    /** The same tensors with the same content, in memory of their own: a snapshot. */
    public Parameters copy() {
        Parameters copy = zeros();
        copy.assign(this);
        return copy;
    }

    /** The same tensors, all zero: room for gradients. */
    public Parameters zeros() {
        return new Parameters(slots, size());
    }

    /** Takes over the content of parameters with the same tensors: back to a snapshot. */
    public void assign(Parameters other) {
        requireSameTensors(other);
        vector.assign(other.vector);
    }

    /** Writes all numbers, tensor after tensor. */
    public void writeTo(DataOutput out) throws IOException {
        for (String name : names()) {
            StoredFloats.write(out, get(name));
        }
    }

    /** Overwrites all numbers with those that parameters of the same tensors wrote. */
    public void readFrom(DataInput in) throws IOException {
        for (String name : names()) {
            float[] content = new float[slot(name).size()];
            StoredFloats.read(in, content);
            set(name, content);
        }
    }

    /** The mean of parameters with the same tensors; at least one. */
    public static Parameters mean(List<Parameters> several) {
        Parameters mean = several.get(0).zeros();
        for (Parameters each : several) {
            mean.requireSameTensors(each);
            mean.vector.addi(each.vector);
        }
        mean.vector.divi(several.size());
        return mean;
    }

    private void requireSameTensors(Parameters other) {
        if (!slots.equals(other.slots)) {
            throw new IllegalArgumentException("the tensors differ: " + names() + " and " + other.names());
        }
    }

    /** The matrix of this name, for products. */
    Matrix matrix(String name) {
        Slot slot = slot(name);
        return new Matrix(vector, slot.offset, slot.rows, slot.columns);
    }

    /** Where a tensor begins among {@link #numbers()}. */
    int offset(String name) {
        return slot(name).offset;
    }

    /** All tensors, one after another. */
    Matrix numbers() {
        return numbers;
    }

    private Slot slot(String name) {
        Slot slot = slots.get(name);
        if (slot == null) {
            throw new IllegalArgumentException("no tensor \"" + name + "\" among " + names());
        }
        return slot;
    }
}
