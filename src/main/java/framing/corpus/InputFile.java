package framing.corpus;

import framing.UserFacingException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * One file of the input, on the disk or in an archive, compressed or not.
 *
 * @param path where it is on the disk, or where the archive is that holds it
 * @param member its path within the archive, or the empty string
 * @param name what it is called in ids: its path within the folder, archive or pattern that was given, with slashes, or
 *     its file name
 * @param format how to read it
 * @param found whether it was found in a folder, in an archive or by a pattern rather than named itself
 */
record InputFile(Path path, String member, String name, CorpusFormat format, boolean found) implements Input {
    private static final String GZIP = ".gz";
    private static final int BUFFER = 1 << 16;

    /**
     * A file that was named itself.
     *
     * @throws UserFacingException when it is missing or of no kind that is read
     */
    static InputFile of(Path file) {
        if (!Files.exists(file)) {
            throw missing(file.toString());
        }
        CorpusFormat format = CorpusFormat.of(file.toString())
                .orElseThrow(() -> new UserFacingException(
                        "The name of " + file + " does not tell what kind of file it is.", CorpusFormat.remedy()));
        return new InputFile(file, "", String.valueOf(file.getFileName()), format, false);
    }

    static UserFacingException missing(String input) {
        return new UserFacingException(input + " does not exist.", "Check the path for a typing mistake.");
    }

    /** A file's name without the ending that tells that it is compressed, in lower case. */
    static String uncompressedName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(GZIP) ? lower.substring(0, lower.length() - GZIP.length()) : lower;
    }

    /** What the file is called in messages and rejected rows. */
    String source() {
        return member.isEmpty() ? path.toString() : path + "/" + member;
    }

    /** The file's bytes, decompressed. Whoever opens the stream closes it; a file may be opened again and again. */
    InputStream open() throws IOException {
        InputStream stored = member.isEmpty() ? Files.newInputStream(path) : ZipArchive.open(path, member, source());
        if (!isGzip()) {
            return stored;
        }
        try {
            return new GuardedStream(
                    new GZIPInputStream(stored, BUFFER), source(), GuardedStream.most(Files.size(path)));
        } catch (ZipException | EOFException e) {
            stored.close();
            throw new DamagedInputException(source(), 1, "its name ends in .gz, but it is not compressed by gzip");
        }
    }

    /** The file on the disk, for libraries that need one there: itself, or a copy that is removed when it is closed. */
    DiskFile onDisk() throws IOException {
        if (member.isEmpty() && !isGzip()) {
            return new DiskFile(path, false);
        }
        Path copy = Files.createTempFile("framing-", "." + format.name().toLowerCase(Locale.ROOT));
        DiskFile file = new DiskFile(copy, true);
        try (InputStream in = open()) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    UserFacingException cannotBeRead(IOException e) {
        return e instanceof DamagedInputException damaged
                ? damaged.asRefusal()
                : new UserFacingException(
                        source() + " cannot be read: " + e.getMessage() + ".", "Check that you may read the file.", e);
    }

    private boolean isGzip() {
        return name.toLowerCase(Locale.ROOT).endsWith(GZIP);
    }
}
