package framing.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The files in a ZIP archive. They are read as streams; nothing is ever written under a name that an archive gives. */
final class ZipArchive {
    private static final String ENDING = ".zip";
    /** What names are in where they are no UTF-8: the charset of the format's first programs. */
    private static final Charset OLD_NAMES = Charset.forName("IBM437");

    private ZipArchive() {}

    static boolean isNamed(String file) {
        return file.regionMatches(true, file.length() - ENDING.length(), ENDING, 0, ENDING.length());
    }

    /**
     * The readable files in an archive, in the order of their names; others, hidden ones and archives within are passed
     * over. A file whose path leads out of the archive is none to be read.
     *
     * @param prefix what stands before their paths in ids
     * @throws DamagedInputException when the archive cannot be read or is made to expand without end
     */
    static List<Input> members(Path archive, String prefix) throws IOException {
        try (ZipFile zip = open(archive)) {
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            long size = entries.stream().mapToLong(ZipEntry::getSize).sum();
            if (size > GuardedStream.most(Files.size(archive))) {
                throw new DamagedInputException(
                        archive.toString(),
                        1,
                        "the archive expands to more than " + GuardedStream.MOST_TIMES
                                + " times its size, as no text does, and is not read");
            }
            List<Input> members = new ArrayList<>();
            for (ZipEntry entry : entries) {
                member(archive, prefix, entry.getName()).ifPresent(members::add);
            }
            return members;
        }
    }

    /** The bytes of a member. */
    static InputStream open(Path archive, String member, String source) throws IOException {
        ZipFile zip = open(archive);
        try {
            ZipEntry entry = zip.getEntry(member);
            if (entry == null) {
                throw new DamagedInputException(source, 1, "the archive has changed and no longer holds this file");
            }
            long most = Math.min(GuardedStream.most(entry.getCompressedSize()), Math.max(0, entry.getSize()));
            InputStream in = zip.getInputStream(entry);
            return new GuardedStream(closing(zip, in), source, most);
        } catch (ZipException e) {
            zip.close();
            throw new DamagedInputException(source, 1, "the file is damaged in the archive (" + e.getMessage() + ")");
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** Opens an archive; while one is open, opening it again costs nothing, for the list of members is shared. */
    static ZipFile open(Path archive) throws IOException {
        try {
            return new ZipFile(archive.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException inUtf8) {
            try {
                return new ZipFile(archive.toFile(), OLD_NAMES);
            } catch (ZipException e) {
                throw new DamagedInputException(
                        archive.toString(), 1, "it is no whole ZIP archive (" + e.getMessage() + ")");
            }
        }
    }

    private static Optional<Input> member(Path archive, String prefix, String member) {
        List<String> steps = Arrays.asList(member.replace('\\', '/').split("/", -1));
        Optional<CorpusFormat> format = CorpusFormat.of(member);
        if (format.isEmpty()) {
            return Optional.empty();
        }
        if (steps.contains("..") || steps.get(0).isEmpty() || steps.get(0).endsWith(":")) {
            return Optional.of(new UnreadableInput(
                    archive, archive + "/" + member, "its path leads out of the archive, so it was not read"));
        }
        boolean hidden = steps.get(0).equals("__MACOSX") || steps.stream().anyMatch(step -> step.startsWith("."));
        return hidden
                ? Optional.empty()
                : Optional.of(new InputFile(archive, member, prefix + member, format.get(), true));
    }

    private static InputStream closing(ZipFile zip, InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public void close() throws IOException {
                zip.close(); // closes its streams too
            }
        };
    }
}
