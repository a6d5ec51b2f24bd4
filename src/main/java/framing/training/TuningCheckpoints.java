package framing.training;

import framing.UserFacingException;
import framing.classifier.Sha256;
import framing.codebook.Annotation;
import framing.codebook.AnnotationTable;
import framing.codebook.Split;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Where interrupted tunings go on. Each training (the same labels, settings and versions) has a folder, and each of its
 * runs (a split and a seed) a file there, written anew in one step after every epoch. What the disk refuses or has damaged
 * costs time and nothing else.
 */
final class TuningCheckpoints {
    private static final int OTHERS_KEPT = 3;
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final Consumer<String> warning;
    private boolean refused;

    private TuningCheckpoints(Path folder, Consumer<String> warning) {
        this.folder = folder;
        this.warning = warning;
    }

    /**
     * Those of a training. Of others, the {@value #OTHERS_KEPT} last gone on with are kept.
     *
     * @param warning told, once, when the disk refuses, and why
     */
    static TuningCheckpoints of(AnnotationTable table, TrainingPlan plan, Consumer<String> warning) {
        Path trainings = plan.resources().cache().resolve("trainings");
        TuningCheckpoints checkpoints = new TuningCheckpoints(trainings.resolve(key(table, plan)), warning);
        checkpoints.deleteOldest(trainings);
        return checkpoints;
    }

    private static String key(AnnotationTable table, TrainingPlan plan) {
        MessageDigest digest = Sha256.digest();
        update(
                digest,
                Versions.inUse(),
                plan.seed(),
                plan.splitting(),
                plan.tuned(),
                plan.prefix(),
                plan.resources().threads(),
                table.codebook().toYaml());
        for (Annotation unit : table.annotations()) {
            update(digest, unit.sentence(), unit.ordered(), unit.group(), unit.target(), new TreeMap<>(unit.labels()));
        }
        return shortened(digest);
    }

    private static void update(MessageDigest digest, @Nullable Object... parts) {
        for (Object part : parts) {
            digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }

    private static String shortened(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    }

    private Path file(Split split, long seed) {
        MessageDigest digest = Sha256.digest();
        update(digest, split, seed);
        return folder.resolve(shortened(digest) + ".bin");
    }

    /** Keeps where a run stands. */
    void save(Split split, long seed, TuningState state) {
        if (refused) {
            return;
        }
        Path file = file(split, seed);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        CRC32 sum = new CRC32();
        try {
            Files.createDirectories(folder);
            try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(part), BUFFER);
                    DataOutputStream out = new DataOutputStream(new CheckedOutputStream(bytes, sum))) {
                state.writeTo(out);
                out.writeLong(sum.getValue());
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            refused = true;
            delete(List.of(part));
            warning.accept("Going on without checkpoints in " + folder + ": " + e + ".");
        }
    }

    /** Brings a run to where it stood when it was interrupted; one that begins, or whose file is damaged, stays as it is. */
    void restore(Split split, long seed, TuningState state) {
        Path file = file(split, seed);
        if (!Files.exists(file)) {
            return;
        }
        try {
            requireWhole(file, state);
        } catch (IOException e) {
            warning.accept("The checkpoint " + file + " cannot be read (" + e.getMessage() + "); beginning anew.");
            return;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            state.readFrom(in);
        } catch (IOException e) { // half restored, it is of no use
            throw new UserFacingException(
                    "The checkpoint " + file + " cannot be read: " + e.getMessage() + ".",
                    "Delete it and give the same command again.",
                    e);
        }
    }

    private static void requireWhole(Path file, TuningState state) throws IOException {
        DataOutputStream counted = new DataOutputStream(OutputStream.nullOutputStream());
        state.writeTo(counted);
        long content = counted.size();
        if (Files.size(file) != content + Long.BYTES) {
            throw new IOException("it has another length");
        }
        CRC32 sum = new CRC32();
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            CheckedInputStream checked = new CheckedInputStream(bytes, sum);
            checked.skipNBytes(content);
            if (new DataInputStream(bytes).readLong() != sum.getValue()) {
                throw new IOException("it is damaged");
            }
        }
    }

    /** Lets go of all runs of a training, if it keeps any; for when what they led to is safe. */
    static void forget(AnnotationTable table, TrainingPlan plan, Consumer<String> warning) {
        if (plan.tierFor(table) == TrainingPlan.Tier.TUNED) {
            TuningCheckpoints ended = of(table, plan, warning);
            ended.delete(filesIn(ended.folder));
            ended.delete(List.of(ended.folder));
        }
    }

    private void deleteOldest(Path trainings) {
        filesIn(trainings).stream()
                .filter(training -> !training.equals(folder))
                .sorted(Comparator.comparing(TuningCheckpoints::lastUse).reversed())
                .skip(OTHERS_KEPT)
                .forEach(training -> {
                    delete(filesIn(training));
                    delete(List.of(training));
                });
    }

    private static FileTime lastUse(Path training) {
        try {
            return Files.getLastModifiedTime(training);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private void delete(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                warning.accept("Cannot delete " + file + ": " + e.getMessage() + ".");
            }
        }
    }
}
