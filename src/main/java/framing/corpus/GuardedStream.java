package framing.corpus;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * Bytes being decompressed, with a bound: a few kilobytes can be made to expand to terabytes, and no text does so. Damage
 * is told in words.
 */
final class GuardedStream extends InputStream {
    /** What any file may expand to, however small it is. */
    static final long FREE = 64L << 20;
    /** Beyond that, how many times its size a file may expand to; news text reaches about 5, the same row again and again
     * some 100, what is made to do harm 1,000. */
    static final long MOST_TIMES = 200;

    private final InputStream in;
    private final String source;
    private long left;

    /**
     * Guards a stream.
     *
     * @param in what decompresses
     * @param source the file, as it is named in rejected rows
     * @param most how many bytes may come
     */
    GuardedStream(InputStream in, String source, long most) {
        this.in = in;
        this.source = source;
        this.left = most;
    }

    /** How many bytes may come of a file that takes so many on the disk. */
    static long most(long compressed) {
        return FREE + MOST_TIMES * compressed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count;
        try {
            count = in.read(buffer, offset, length);
        } catch (EOFException e) {
            throw damaged("the file breaks off here; it was not saved or downloaded completely");
        } catch (ZipException e) {
            throw damaged("the compressed file is damaged from here on (" + e.getMessage() + ")");
        }
        left -= Math.max(0, count);
        if (left < 0) {
            throw damaged("the file expands to more than " + MOST_TIMES
                    + " times its size, as no text does, and is not read further");
        }
        return count;
    }

    /** None: whoever asks reads on only when it needs to, and so loses nothing that stands before a damage. */
    @Override
    public int available() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private DamagedInputException damaged(String reason) {
        return new DamagedInputException(source, 1, reason);
    }
}
