package framing.scoring;

import framing.UserFacingException;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of text in UTF-8 that grows under the name FILE.unfinished and takes its own name when it is complete. What it
 * held when it was last brought safely to disk can be taken up again. It is made when the first character is written.
 *
 * <p>Where the name ends in .gz each segment is a gzip member of its own (RFC 1952, 2.2: a file is a series of members),
 * so that a file may be cut off behind any segment and still be whole.
 *
 * <p>The file is written through a stream that an interrupt does not close.
 */
final class GrowingFile implements Closeable {
    private final Path target;
    private final Path unfinished;
    private boolean begun;
    private @Nullable FileOutputStream file;
    private @Nullable Members members;
    private @Nullable Writer text;

    private GrowingFile(Path target, boolean begun) {
        this.target = target;
        this.unfinished = unfinished(target);
        this.begun = begun;
    }

    static Path unfinished(Path target) {
        return target.resolveSibling(target.getFileName() + ".unfinished");
    }

    static boolean isCompressed(Path target) {
        return target.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    /** A file to be written from its beginning. */
    static GrowingFile fresh(Path target) throws IOException {
        Files.deleteIfExists(unfinished(target));
        return new GrowingFile(target, false);
    }

    /**
     * A file of a run that was stopped, cut to what it held at the checkpoint.
     *
     * @param length its bytes then
     */
    static GrowingFile goingOn(Path target, long length) throws IOException {
        Path unfinished = unfinished(target);
        if (!Files.exists(unfinished) || Files.size(unfinished) < length) {
            throw new UserFacingException(
                    unfinished + " has less in it than its checkpoint says, so the run cannot go on.",
                    "Put the file back as it was, or start anew with --overwrite.");
        }
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
        return new GrowingFile(target, true);
    }

    /**
     * A file of a run that was stopped when all was written and only names had to be changed.
     *
     * @param begun whether the run had written it
     */
    static GrowingFile complete(Path target, boolean begun) {
        return new GrowingFile(target, begun);
    }

    Path target() {
        return target;
    }

    /** Where to write. */
    Writer text() throws IOException {
        if (text == null) {
            FileOutputStream opened = new FileOutputStream(unfinished.toFile(), true);
            file = opened;
            begun = true;
            if (isCompressed(target)) {
                members = new Members(opened);
            }
            OutputStream out = members == null ? new BufferedOutputStream(opened, 1 << 16) : members;
            // Half a surrogate pair, as cut-off emoji in JSON leave it, becomes a question mark and does not stop the
            // run.
            text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        }
        return text;
    }

    /** Ends a part behind which the file may be cut off. Where parts end must depend on the input alone. */
    void endSegment() throws IOException {
        if (text != null) {
            text.flush();
        }
        if (members != null) {
            members.end();
        }
    }

    /** Says that nothing more will come. */
    void endText() throws IOException {
        endSegment();
        if (members != null && length() == 0) {
            members.write(new byte[0]); // an empty file is no gzip
            members.end();
        }
    }

    /** Brings the segments that have ended safely to disk. */
    void force() throws IOException {
        if (file != null) {
            file.getFD().sync();
        }
    }

    boolean isBegun() {
        return begun;
    }

    /** The bytes of the segments that have ended. */
    long length() throws IOException {
        return file == null ? Files.size(unfinished) : file.getChannel().size();
    }

    /** Takes its own name. A file that was never begun leaves none behind, not even that of an earlier run. */
    void takeName() throws IOException {
        close();
        if (!begun) {
            Files.deleteIfExists(target);
        } else if (Files.exists(unfinished)) { // else it took its name before the run was stopped
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @Override
    public void close() throws IOException {
        if (text != null) {
            text.close();
        }
    }

    /** A stream cut into gzip members. */
    private static final class Members extends OutputStream {
        private final FileOutputStream file;
        private @Nullable OutputStream member;

        Members(FileOutputStream file) {
            this.file = file;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (member == null) {
                member = new GZIPOutputStream(new LeftOpen(file), 1 << 16);
            }
            member.write(bytes, from, length);
        }

        void end() throws IOException {
            if (member != null) {
                member.close();
                member = null;
            }
        }

        @Override
        public void close() throws IOException {
            try (file) {
                end();
            }
        }
    }

    /** Closing a member frees its native memory and must leave the file open. */
    private static final class LeftOpen extends FilterOutputStream {
        LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() {}
    }
}
