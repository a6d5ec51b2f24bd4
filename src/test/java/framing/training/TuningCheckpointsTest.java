package framing.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import framing.Progress;
import framing.RecordedProgress;
import framing.codebook.AnnotationReader;
import framing.codebook.AnnotationTable;
import framing.encoder.Int8Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuningCheckpointsTest {
    private static final long SEED = 3;

    @TempDir
    Path folder;

    private AnnotationTable table;
    private long seed = 1;

    @BeforeEach
    void readTable() throws IOException {
        Path file = InventedArticles.write(folder.resolve("labels.csv"));
        table = AnnotationReader.read(List.of(file), "text", null, List.of("voice"), Optional.empty());
    }

    private TrainingPlan plan(Path cache) {
        return new TrainingPlan(
                "m",
                Optional.of(TrainingPlan.Tier.TUNED),
                TrainingPlan.Splitting.inFolds(0),
                seed,
                "",
                FrozenSettings.DEFAULT,
                new TunedSettings(OptionalInt.of(11), OptionalInt.of(1), 64, 3, 256, 2e-4, 2e-3, 0.1, 0.3, 1),
                new TrainingPlan.Resources(2, cache));
    }

    private Learner.Learned learn(Path cache, Progress progress) {
        TrainingPlan plan = plan(cache);
        try (Learner learner = new TunedLearner(TrainingSet.of(table), plan, progress)) {
            return learner.learn(plan.split(table), SEED, progress);
        }
    }

    /** Stops the training, as a user would, when the epoch has been told; its checkpoint is of the epoch before. */
    private void interruptIn(int epoch, Path cache) {
        Progress interrupting = new RecordedProgress() {
            @Override
            public void say(String line) {
                if (line.startsWith("Epoch " + epoch)) {
                    throw new IllegalStateException("interrupted");
                }
            }
        };
        assertThatThrownBy(() -> learn(cache, interrupting)).hasMessage("interrupted");
    }

    private static Map<String, List<Byte>> weights(Learner.Learned learned) {
        return learned.tuned().steps().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> bytes(entry.getValue())));
    }

    private static List<Byte> bytes(Int8Tensor matrix) {
        return Stream.iterate(0, i -> i + 1)
                .limit(matrix.values().length)
                .map(i -> matrix.values()[i])
                .toList();
    }

    private static List<Path> kept(Path cache) throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(file ->
                            file.toString().endsWith(".bin") && file.toString().contains("trainings"))
                    .toList();
        }
    }

    @Test
    void an_interrupted_training_goes_on_and_ends_as_if_it_had_not_been() throws IOException {
        Path cache = folder.resolve("cache");
        Map<String, List<Byte>> whole = weights(learn(folder.resolve("other"), Progress.SILENT));
        interruptIn(3, cache);
        RecordedProgress told = new RecordedProgress();

        Learner.Learned resumed = learn(cache, told);

        assertThat(told.lines()).contains("Goes on after epoch 2 of 3 of a training that was interrupted.");
        assertThat(told.counted().keySet())
                .anyMatch(phase -> phase.startsWith("Epoch 3"))
                .noneMatch(phase -> phase.startsWith("Epoch 2"));
        assertThat(weights(resumed)).isEqualTo(whole);
        assertThat(kept(cache)).hasSize(1);

        new ClassifierTrainer(plan(cache), Progress.SILENT).forget(table);

        assertThat(kept(cache)).isEmpty();
    }

    @Test
    void a_damaged_checkpoint_is_told_and_left_aside() throws IOException {
        Path cache = folder.resolve("cache");
        interruptIn(2, cache);
        Path file = kept(cache).get(0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        RecordedProgress told = new RecordedProgress();

        learn(cache, told);

        assertThat(told.lines())
                .contains("The checkpoint " + file + " cannot be read (it is damaged); beginning anew.");
        assertThat(told.counted().keySet()).anyMatch(phase -> phase.startsWith("Epoch 1"));
    }

    @Test
    void a_disk_that_refuses_is_told_once_and_training_goes_on() throws IOException {
        Path cache = Files.createDirectories(folder.resolve("cache"));
        Files.writeString(cache.resolve("trainings"), "a file where the folder should be");
        RecordedProgress told = new RecordedProgress();

        Learner.Learned learned = learn(cache, told);

        assertThat(learned.facets()).containsKey("voice");
        assertThat(told.lines().stream().filter(line -> line.startsWith("Going on without checkpoints in ")))
                .hasSize(1);
    }

    @Test
    void other_labels_or_another_seed_go_on_from_nothing() throws IOException {
        Path cache = folder.resolve("cache");
        interruptIn(3, cache);
        RecordedProgress told = new RecordedProgress();
        table = AnnotationReader.read(
                List.of(folder.resolve("labels.csv")), "text", null, List.of("loaded"), Optional.empty());

        learn(cache, told);
        seed = 2;
        learn(cache, told);

        assertThat(told.lines()).noneMatch(line -> line.startsWith("Goes on"));
        assertThat(kept(cache)).hasSize(3);

        new ClassifierTrainer(plan(cache).withTier(TrainingPlan.Tier.FROZEN), Progress.SILENT).forget(table);
        assertThat(kept(cache)).as("a frozen training forgets nothing").hasSize(3);

        new ClassifierTrainer(plan(cache), Progress.SILENT).forget(table);
        assertThat(kept(cache)).as("a tuned one only its own").hasSize(2);
    }

    @Test
    void a_file_of_another_length_is_left_aside() throws IOException {
        Path cache = folder.resolve("cache");
        interruptIn(2, cache);
        Path file = kept(cache).get(0);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        RecordedProgress told = new RecordedProgress();

        learn(cache, told);

        assertThat(told.lines())
                .contains("The checkpoint " + file + " cannot be read (it has another length); beginning anew.");
    }

    @Test
    void of_other_interrupted_trainings_the_last_three_are_kept() throws IOException {
        Path trainings = folder.resolve("cache").resolve("trainings");
        for (int day = 1; day <= 5; day++) {
            Path training = Files.createDirectories(trainings.resolve("day-" + day));
            Files.writeString(training.resolve("run.bin"), "");
            Files.setLastModifiedTime(training, FileTime.from(Instant.EPOCH.plus(Duration.ofDays(day))));
        }

        TuningCheckpoints.of(table, plan(folder.resolve("cache")), line -> {});

        try (Stream<Path> kept = Files.list(trainings)) {
            assertThat(kept.map(training -> training.getFileName().toString()))
                    .containsExactlyInAnyOrder("day-3", "day-4", "day-5");
        }
    }

    @Test
    void the_generator_gives_the_numbers_of_javas_and_goes_on_where_another_stood() {
        ResumableRandom ours = new ResumableRandom(SEED);
        Random theirs = new Random(SEED);
        for (int i = 0; i < 100; i++) {
            assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
            assertThat(ours.nextInt(7)).isEqualTo(theirs.nextInt(7));
            assertThat(ours.nextFloat()).isEqualTo(theirs.nextFloat());
        }
        ResumableRandom other = new ResumableRandom(SEED + 1);
        other.goTo(ours.state());

        assertThat(other.nextDouble()).isEqualTo(ours.nextDouble());
    }
}
