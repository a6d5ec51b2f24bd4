package framing.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file on the disk.
 *
 * @param path where it is
 * @param temporary whether it is a copy of our own, which goes when it is closed
 */
record DiskFile(Path path, boolean temporary) implements Closeable {
    @Override
    public void close() throws IOException {
        if (temporary) {
            Files.deleteIfExists(path);
        }
    }
}
