package framing.tuning;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Floats as bytes, the most significant first, in blocks. */
final class StoredFloats {
    private StoredFloats() {}

    static void write(DataOutput out, float[] block) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * block.length);
        bytes.asFloatBuffer().put(block);
        out.write(bytes.array());
    }

    /** Fills the block. */
    static void read(DataInput in, float[] block) throws IOException {
        byte[] bytes = new byte[Float.BYTES * block.length];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asFloatBuffer().get(block);
    }
}
