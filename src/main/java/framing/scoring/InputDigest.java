package framing.scoring;

import framing.UserFacingException;
import framing.classifier.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run reads, to the last bit.
 *
 * @param files how many files
 * @param bytes how large they are together
 * @param sha256 SHA-256 over one line for each file, in order, as the command sha256sum writes it: hash, two spaces, path
 * @param listed the first {@value #MOST_LISTED} files
 */
record InputDigest(long files, long bytes, String sha256, List<HashedFile> listed) {
    static final int MOST_LISTED = 1000;

    InputDigest {
        listed = List.copyOf(listed);
    }

    /**
     * One file.
     *
     * @param path as it was given, or found in a folder that was given
     */
    record HashedFile(String path, long bytes, String sha256) {}

    /** Reads the files. */
    static InputDigest of(List<Path> files) {
        MessageDigest all = Sha256.digest();
        List<HashedFile> listed = new ArrayList<>();
        long bytes = 0;
        for (Path path : files) {
            HashedFile file = hashed(path);
            all.update((file.sha256() + "  " + file.path() + "\n").getBytes(StandardCharsets.UTF_8));
            bytes += file.bytes();
            if (listed.size() < MOST_LISTED) {
                listed.add(file);
            }
        }
        return new InputDigest(files.size(), bytes, HexFormat.of().formatHex(all.digest()), listed);
    }

    private static HashedFile hashed(Path file) {
        try {
            return new HashedFile(file.toString(), Files.size(file), Sha256.of(file));
        } catch (IOException e) {
            throw new UserFacingException(
                    file + " cannot be read: " + e.getMessage() + ".", "Check that you may read the file.", e);
        }
    }

    /** What is different from an earlier look at the same files, as a sentence; empty when nothing is. */
    Optional<String> changedSince(InputDigest earlier) {
        if (sha256.equals(earlier.sha256)) {
            return Optional.empty();
        }
        if (files != earlier.files) {
            return Optional.of("The input had " + earlier.files + " files and has " + files + ".");
        }
        for (int i = 0; i < listed.size(); i++) {
            HashedFile before = earlier.listed.get(i);
            HashedFile now = listed.get(i);
            if (!Objects.equals(now.path(), before.path())) {
                return Optional.of("The input was " + before.path() + " where it is now " + now.path() + ".");
            }
            if (!now.equals(before)) {
                return Optional.of(now.path() + " has changed.");
            }
        }
        return Optional.of("A file of the input has changed.");
    }
}
