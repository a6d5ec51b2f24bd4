package framing.encoder;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Vectors on disk, by encoder and what it read. Two files at most: new entries are appended to the younger; when it has grown to
 * half of the bound the older is dropped and the younger takes its place, so what is in use is copied forward and the
 * bound holds. A cut-off last entry (a crash, a full disk) is ignored. One process writes at a time; a second one, and
 * one whose disk refuses, works without. Threads may share one.
 */
public final class VectorCache implements AutoCloseable {
    private static final String YOUNG = "vectors.bin";
    private static final String OLD = "vectors.old.bin";
    private static final int KEY_BYTES = 16;
    private static final int HEADER_BYTES = KEY_BYTES + 8;

    private final Path folder;
    private final long bound;
    private final Consumer<String> warning;
    private final Map<ByteBuffer, Long> youngEntries = new HashMap<>();
    private final Map<ByteBuffer, Long> oldEntries = new HashMap<>();
    private @Nullable FileChannel young;
    private @Nullable FileChannel old;

    private VectorCache(Path folder, long bound, Consumer<String> warning) {
        this.folder = folder;
        this.bound = bound;
        this.warning = warning;
    }

    /**
     * Opens the cache in a folder, which is made.
     *
     * @param bound the most bytes that it takes on disk
     * @param warning told, once, when the cache cannot be used and why
     */
    public static VectorCache open(Path folder, long bound, Consumer<String> warning) {
        VectorCache cache = new VectorCache(folder, bound, warning);
        cache.start();
        return cache;
    }

    private void start() {
        try {
            Files.createDirectories(folder);
            FileChannel channel = open(folder.resolve(YOUNG));
            young = channel;
            if (!locked(channel)) {
                giveUp("another run is using it");
                return;
            }
            index(channel, youngEntries);
            FileChannel older = open(folder.resolve(OLD));
            old = older;
            index(older, oldEntries);
        } catch (IOException e) {
            giveUp(String.valueOf(e));
        }
    }

    /** Whether the file is now this run's alone; it is not where another process, or this one, has it open already. */
    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Finds the entries of a file: each is a key, the counts of rows and columns, and the numbers. */
    private static void index(FileChannel channel, Map<ByteBuffer, Long> entries) throws IOException {
        long at = 0;
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        while (at + HEADER_BYTES <= channel.size()) {
            header.clear();
            readAll(channel, header, at);
            header.flip();
            byte[] key = new byte[KEY_BYTES];
            header.get(key);
            int rows = header.getInt();
            int columns = header.getInt();
            long next = at + HEADER_BYTES + 4L * rows * columns;
            if (rows < 1 || columns < 1 || next > channel.size() || next <= at) {
                break;
            }
            entries.put(ByteBuffer.wrap(key), at);
            at = next;
        }
        channel.truncate(at);
    }

    /** The vectors under a key, or no rows when they are not known. */
    synchronized float[][] get(ByteBuffer key) {
        try {
            Long place = youngEntries.get(key);
            if (place != null && young != null) {
                return read(young, place);
            }
            place = oldEntries.get(key);
            if (place != null && old != null) {
                float[][] vectors = read(old, place);
                append(key, vectors);
                return vectors;
            }
        } catch (IOException e) {
            giveUp(String.valueOf(e));
        }
        return new float[0][];
    }

    /** Keeps vectors under a key. */
    synchronized void put(ByteBuffer key, float[][] vectors) {
        try {
            append(key, vectors);
        } catch (IOException e) {
            giveUp(String.valueOf(e));
        }
    }

    private static float[][] read(FileChannel channel, long place) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        readAll(channel, header, place);
        int rows = header.getInt(KEY_BYTES);
        int columns = header.getInt(KEY_BYTES + 4);
        ByteBuffer numbers = ByteBuffer.allocate(4 * rows * columns);
        readAll(channel, numbers, place + HEADER_BYTES);
        numbers.flip();
        float[][] vectors = new float[rows][columns];
        for (float[] row : vectors) {
            numbers.asFloatBuffer().get(row);
            numbers.position(numbers.position() + 4 * columns);
        }
        return vectors;
    }

    private static void readAll(FileChannel channel, ByteBuffer into, long place) throws IOException {
        long at = place;
        while (into.hasRemaining()) {
            int read = channel.read(into, at);
            if (read < 0) {
                throw new EOFException("an entry is cut off");
            }
            at += read;
        }
    }

    private void append(ByteBuffer key, float[][] vectors) throws IOException {
        if (young == null || vectors.length == 0) {
            return;
        }
        int columns = vectors[0].length;
        if (HEADER_BYTES + 4L * vectors.length * columns > bound / 2) {
            return; // alone it would break the bound
        }
        ByteBuffer entry = ByteBuffer.allocate(HEADER_BYTES + 4 * vectors.length * columns);
        entry.put(key.duplicate()).putInt(vectors.length).putInt(columns);
        for (float[] row : vectors) {
            entry.asFloatBuffer().put(row);
            entry.position(entry.position() + 4 * columns);
        }
        entry.flip();
        if (young.size() + entry.remaining() > bound / 2) {
            makeRoom();
        }
        FileChannel channel = young;
        if (channel != null) {
            long place = channel.size();
            channel.write(entry, place);
            youngEntries.put(key, place);
        }
    }

    private void makeRoom() throws IOException {
        close();
        Files.move(folder.resolve(YOUNG), folder.resolve(OLD), StandardCopyOption.REPLACE_EXISTING);
        youngEntries.clear();
        oldEntries.clear();
        start();
    }

    private void giveUp(String reason) {
        warning.accept("Going on without the cache in " + folder + ": " + reason + ".");
        close();
    }

    /** The key of the sentences and marks of an article. */
    static ByteBuffer key(EncoderCard card, List<MarkedSentence> article) {
        MessageDigest digest = digest(card);
        for (MarkedSentence sentence : article) {
            byte[] bytes = sentence.text().getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            digest.update(bytes);
            digest.update(sentence.marks().toString().getBytes(StandardCharsets.UTF_8));
        }
        return key(digest);
    }

    /** The key of the token states of a window. */
    static ByteBuffer key(EncoderCard card, Window window) {
        MessageDigest digest = digest(card);
        for (long token : window.tokens()) {
            digest.update(ByteBuffer.allocate(8).putLong(token).array());
        }
        return key(digest);
    }

    private static MessageDigest digest(EncoderCard card) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(card.toString().getBytes(StandardCharsets.UTF_8));
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static ByteBuffer key(MessageDigest digest) {
        return ByteBuffer.wrap(digest.digest(), 0, KEY_BYTES).slice();
    }

    @Override
    public synchronized void close() {
        try {
            if (young != null) {
                young.close();
            }
            if (old != null) {
                old.close();
            }
        } catch (IOException e) {
            warning.accept("The cache in " + folder + " could not be closed: " + e.getMessage() + ".");
        }
        young = null;
        old = null;
    }
}
