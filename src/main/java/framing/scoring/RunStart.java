package framing.scoring;

import framing.UserFacingException;
import framing.corpus.CorpusReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** From where a run starts, given what lies at the place of its output. */
sealed interface RunStart {
    /** From the first row. */
    record Anew() implements RunStart {}

    /** From where it was stopped. */
    record GoingOn(Checkpoint checkpoint) implements RunStart {}

    /** Not at all: the same run has been finished. */
    record Done(ScoringSummary summary) implements RunStart {}

    /** Refuses, before anything is read, a place where nothing could be written. */
    static void requirePlace(Path output) {
        if (Files.isDirectory(output)) {
            throw new UserFacingException(
                    output + " is a folder.", "Name a file, for example --out " + output + "/scores.csv.");
        }
        Path folder = output.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new UserFacingException(
                    "The folder of " + output + " does not exist or is not writable.",
                    "Make the folder, or choose another --out.");
        }
    }

    /** What an earlier run left in a folder that is scored again would otherwise be taken for articles. */
    static void requireNotRead(RunFiles files, CorpusReader reader) {
        for (Path file : files.lasting()) {
            if (reader.reads(file)) {
                throw new UserFacingException(
                        file + " is among the files to be read.", "Choose an --out that is not among the inputs.");
            }
        }
    }

    /** Refuses what would replace something that the user has not given up. */
    static void requireFree(ScoringPlan plan, RunFiles files) {
        if (plan.start() != ScoringPlan.Start.FRESH) {
            return;
        }
        if (Files.exists(files.output())) {
            throw new UserFacingException(
                    files.output() + " exists already.", "Choose another --out, or replace it with --overwrite.");
        }
        if (Files.exists(files.checkpoint())) {
            throw new UserFacingException(
                    "A run to " + files.output() + " was stopped before it was done.",
                    "Go on with it by --resume, or start anew with --overwrite.");
        }
    }

    static RunStart of(ScoringPlan plan, RunFiles files, RunDescription run) throws IOException {
        if (plan.start() != ScoringPlan.Start.RESUME) {
            Files.deleteIfExists(files.checkpoint());
            return new Anew();
        }
        if (Files.exists(files.checkpoint())) {
            Checkpoint checkpoint = read(files.checkpoint(), Checkpoint.class);
            requireSame(files.output() + " cannot be gone on with.", run, checkpoint.run());
            return new GoingOn(checkpoint);
        }
        if (!Files.exists(files.output())) {
            return new Anew();
        }
        if (!Files.exists(files.summary())) {
            throw new UserFacingException(
                    files.output() + " exists already, and nothing tells how it was made.",
                    "Choose another --out, or replace it with --overwrite.");
        }
        FinishedRun finished = read(files.summary(), FinishedRun.class);
        requireSame(files.output() + " is of another run.", run, finished.run());
        return new Done(finished.summary());
    }

    private static void requireSame(String refusal, RunDescription now, RunDescription earlier) {
        now.changedSince(earlier).ifPresent(reason -> {
            throw new UserFacingException(
                    refusal + " " + reason,
                    "Give the same inputs, model and options as before, or start anew with --overwrite.");
        });
    }

    private static <T> T read(Path file, Class<T> type) {
        try {
            return JsonFile.read(file, type);
        } catch (IOException e) {
            throw new UserFacingException(
                    file + " cannot be read: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ".",
                    "Put the file back as it was, or start anew with --overwrite.",
                    e);
        }
    }
}
