package framing.encoder;

import java.util.Locale;

/** The numbers that the encoder computes with. */
public enum Precision {
    /** 32-bit floats. */
    FP32,
    /** Eight-bit whole numbers in the matrix products, floats elsewhere: about twice as fast, a code in a hundred differs. */
    INT8;

    /** The precision's name in files and options: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
