package framing.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import framing.Progress;
import framing.UserFacingException;
import framing.classifier.SentenceClassifier;
import framing.classifier.Sha256;
import framing.classifier.TinyModels;
import framing.corpus.CorpusColumns;
import framing.corpus.CorpusPlan;
import framing.encoder.LetterEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTest {
    private static final int ARTICLES = 150;

    @TempDir
    Path folder;

    private Path input;

    /** Articles of a thousand characters, some of them copies of earlier ones, with rows between that cannot be read. */
    @BeforeEach
    void writeInput() throws IOException {
        input = writeCorpus(folder.resolve("in.csv"), ARTICLES);
    }

    static Path writeCorpus(Path file, int articles) throws IOException {
        StringBuilder table = new StringBuilder("id,title,text,outlet\n");
        for (int i = 0; i < articles; i++) {
            int content = i % 3 == 2 ? i / 2 : i;
            table.append("d").append(i).append(",A headline,\"");
            for (int s = 0; s < 20; s++) {
                table.append("Sentence ")
                        .append(s * content)
                        .append(" of a cab bearing ")
                        .append(content + s);
                table.append(" crabs was back. ");
            }
            table.append("\",\"Gazette, \"\"").append(i).append("\"\"\"\n");
            if (i % 7 == 3) {
                table.append("r").append(i).append(",,,\n");
            }
        }
        return Files.writeString(file, table);
    }

    static ScoringPlan plan(Path input, Path output, ScoringPlan.Start start) {
        return new ScoringPlan(
                CorpusPlan.of(List.of(input), CorpusColumns.DEFAULT),
                ScoringPlan.Unit.ARTICLE,
                output,
                ScoringPlan.Format.of(output),
                2,
                start,
                Optional.empty(),
                true);
    }

    private static SentenceClassifier letters() {
        return TinyModels.classifier(TinyModels.letters(), new LetterEncoder());
    }

    private ScoringSummary score(Path output, ScoringPlan.Start start) {
        return new CorpusScorer(letters(), Progress.SILENT).score(plan(input, output, start));
    }

    /** Scores until at least so many articles are written, and stops there. */
    private void stopAfter(int articles, Path output, ScoringPlan.Start start) {
        StoppingProgress progress = new StoppingProgress(articles);
        CorpusScorer scorer = new CorpusScorer(letters(), progress, Duration.ZERO);
        progress.stops = scorer;
        assertThatThrownBy(() -> scorer.score(plan(input, output, start))).isInstanceOf(CancellationException.class);
    }

    /** Stops the run when it has counted far enough. */
    private static final class StoppingProgress implements Progress {
        private final int most;
        private long counted;
        private @Nullable CorpusScorer stops;

        StoppingProgress(int most) {
            this.most = most;
        }

        @Override
        public void say(String line) {}

        @Override
        public Phase start(String name, String unit, long expected) {
            return new Phase() {
                @Override
                public void add(long count) {
                    counted += count;
                    if (counted >= most && stops != null) {
                        stops.stop();
                    }
                }

                @Override
                public void note(String text) {}

                @Override
                public void close() {}
            };
        }
    }

    private void assertSameFiles(Path resumed, Path whole) {
        assertThat(resumed).hasSameBinaryContentAs(whole);
        assertThat(RejectedRows.fileBeside(resumed)).hasSameBinaryContentAs(RejectedRows.fileBeside(whole));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void assertRefused(ScoringPlan plan, String message) {
        assertThatThrownBy(() -> new CorpusScorer(letters(), Progress.SILENT).score(plan))
                .isInstanceOf(UserFacingException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "csv.gz", "jsonl", "jsonl.gz", "parquet"})
    void a_run_that_was_stopped_twice_writes_what_one_writes_that_was_not(String ending) {
        Path whole = folder.resolve("whole." + ending);
        Path stopped = folder.resolve("stopped." + ending);
        ScoringSummary once = score(whole, ScoringPlan.Start.FRESH);
        stopAfter(1, stopped, ScoringPlan.Start.FRESH);
        assertThat(stopped).doesNotExist();
        stopAfter(90, stopped, ScoringPlan.Start.RESUME);

        ScoringSummary twice = score(stopped, ScoringPlan.Start.RESUME);

        assertSameFiles(stopped, whole);
        assertThat(twice.counts()).isEqualTo(once.counts());
        assertThat(twice.articles()).isEqualTo(ARTICLES);
        assertThat(twice.rejected()).isEqualTo(once.rejected()).isPositive();
        assertThat(folder).isDirectoryNotContaining("glob:**.{unfinished,checkpoint,new,converted}");
    }

    @Test
    void what_was_written_after_the_checkpoint_is_cut_off() throws IOException {
        Path whole = folder.resolve("whole.csv");
        Path stopped = folder.resolve("stopped.csv");
        score(whole, ScoringPlan.Start.FRESH);
        stopAfter(50, stopped, ScoringPlan.Start.FRESH);
        Path unfinished = GrowingFile.unfinished(stopped);
        Files.writeString(unfinished, Files.readString(unfinished) + "d51,0,body,half a r");

        score(stopped, ScoringPlan.Start.RESUME);

        assertSameFiles(stopped, whole);
    }

    @Test
    void without_a_checkpoint_a_run_starts_from_the_beginning() throws IOException {
        Path whole = folder.resolve("whole.csv");
        Path stopped = folder.resolve("stopped.csv");
        score(whole, ScoringPlan.Start.FRESH);
        Files.writeString(GrowingFile.unfinished(stopped), "killed before its first checkpoint");

        score(stopped, ScoringPlan.Start.RESUME);

        assertSameFiles(stopped, whole);
    }

    @Test
    void a_run_that_is_finished_has_nothing_left_to_do() throws IOException {
        Path output = folder.resolve("out.csv");
        ScoringSummary once = score(output, ScoringPlan.Start.FRESH);
        Files.setLastModifiedTime(output, FileTime.fromMillis(0));

        assertThat(score(output, ScoringPlan.Start.RESUME)).isEqualTo(once);

        assertThat(Files.getLastModifiedTime(output).toMillis()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl.gz", "parquet"})
    void a_run_that_was_killed_while_files_took_their_names_is_brought_to_its_end(String ending) throws IOException {
        Path output = folder.resolve("out." + ending);
        score(output, ScoringPlan.Start.FRESH);
        byte[] whole = Files.readAllBytes(output);
        FinishedRun finished = JsonFile.read(new RunFiles(output).summary(), FinishedRun.class);
        Path lines = folder.resolve("lines.jsonl");
        score(lines, ScoringPlan.Start.FRESH);
        for (boolean moved : new boolean[] {true, false}) {
            Files.delete(new RunFiles(output).summary());
            if (!moved) {
                Files.delete(output);
                Files.write(
                        GrowingFile.unfinished(output), ending.equals("parquet") ? Files.readAllBytes(lines) : whole);
            }
            JsonFile.write(
                    new RunFiles(output).checkpoint(),
                    new Checkpoint(
                            finished.run(),
                            Checkpoint.Stage.FINISHING,
                            999,
                            Map.of(
                                    output.getFileName().toString(),
                                    (long) whole.length,
                                    output.getFileName() + ".rejected.csv",
                                    Files.size(RejectedRows.fileBeside(output))),
                            finished.summary()));

            assertThat(score(output, ScoringPlan.Start.RESUME)).isEqualTo(finished.summary());

            assertThat(output).hasBinaryContent(whole);
            assertThat(RejectedRows.fileBeside(output)).exists();
            assertThat(new RunFiles(output).summary()).exists();
            assertThat(new RunFiles(output).checkpoint()).doesNotExist();
        }
    }

    @Test
    void a_stopped_run_is_not_written_over_unless_that_is_wanted() throws IOException {
        Path whole = folder.resolve("whole.csv");
        Path stopped = folder.resolve("stopped.csv");
        score(whole, ScoringPlan.Start.FRESH);
        stopAfter(50, stopped, ScoringPlan.Start.FRESH);

        assertRefused(
                plan(input, stopped, ScoringPlan.Start.FRESH),
                "A run to " + stopped + " was stopped before it was done.");
        score(stopped, ScoringPlan.Start.OVERWRITE);

        assertSameFiles(stopped, whole);
        assertThat(names()).doesNotContain("stopped.csv.checkpoint");
    }

    @Test
    void a_changed_input_is_refused_and_named() throws IOException {
        Path output = folder.resolve("out.csv");
        stopAfter(50, output, ScoringPlan.Start.FRESH);
        Files.writeString(input, Files.readString(input).replace("d99,", "D99,"));

        assertRefused(
                plan(input, output, ScoringPlan.Start.RESUME),
                output + " cannot be gone on with. " + input + " has changed.");
        assertRefused(
                plan(
                        Files.createDirectory(folder.resolve("empty")).resolve("no.csv"),
                        output,
                        ScoringPlan.Start.RESUME),
                folder.resolve("empty/no.csv") + " does not exist.");
        Path other = Files.copy(input, folder.resolve("other.csv"));
        assertRefused(
                plan(other, output, ScoringPlan.Start.RESUME),
                output + " cannot be gone on with. The input was " + input + " where it is now " + other + ".");
        assertThat(GrowingFile.unfinished(output)).exists();
    }

    @Test
    void another_model_is_refused() {
        Path output = folder.resolve("out.csv");
        stopAfter(50, output, ScoringPlan.Start.FRESH);
        SentenceClassifier other = TinyModels.classifier(TinyModels.real(), new LetterEncoder());

        assertThatThrownBy(() ->
                        new CorpusScorer(other, Progress.SILENT).score(plan(input, output, ScoringPlan.Start.RESUME)))
                .isInstanceOf(UserFacingException.class)
                .hasMessageStartingWith(output + " cannot be gone on with. It was scored with the model letters@")
                .hasMessageContaining(", not tiny@");
    }

    @Test
    void other_options_are_refused_and_another_number_of_threads_is_not() {
        Path output = folder.resolve("out.csv");
        stopAfter(50, output, ScoringPlan.Start.FRESH);

        assertRefused(
                new ScoringPlan(
                        CorpusPlan.of(List.of(input), new CorpusColumns("id", "outlet", "text")),
                        ScoringPlan.Unit.ARTICLE,
                        output,
                        ScoringPlan.Format.CSV,
                        1,
                        ScoringPlan.Start.RESUME,
                        Optional.empty(),
                        true),
                output + " cannot be gone on with. Its title-column was title, and is now outlet.");
        assertRefused(
                new ScoringPlan(
                        CorpusPlan.of(List.of(input), CorpusColumns.DEFAULT),
                        ScoringPlan.Unit.ARTICLE,
                        output,
                        ScoringPlan.Format.JSONL,
                        1,
                        ScoringPlan.Start.RESUME,
                        Optional.empty(),
                        true),
                output + " cannot be gone on with. Its format was csv, and is now jsonl.");
        ScoringSummary summary = new CorpusScorer(letters(), Progress.SILENT)
                .score(new ScoringPlan(
                        CorpusPlan.of(List.of(input), CorpusColumns.DEFAULT),
                        ScoringPlan.Unit.ARTICLE,
                        output,
                        ScoringPlan.Format.CSV,
                        3,
                        ScoringPlan.Start.RESUME,
                        Optional.empty(),
                        true));
        assertThat(summary.articles()).isEqualTo(ARTICLES);
    }

    @Test
    void an_unfinished_file_that_was_shortened_and_a_checkpoint_that_is_none_are_refused() throws IOException {
        Path output = folder.resolve("out.csv");
        stopAfter(50, output, ScoringPlan.Start.FRESH);
        Path unfinished = GrowingFile.unfinished(output);
        Files.writeString(unfinished, "doc_id");

        assertRefused(
                plan(input, output, ScoringPlan.Start.RESUME),
                unfinished + " has less in it than its checkpoint says, so the run cannot go on.");
        Files.writeString(new RunFiles(output).checkpoint(), "{\"run\": 1");
        assertThatThrownBy(() -> score(output, ScoringPlan.Start.RESUME))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("out.csv.checkpoint cannot be read: ");
    }

    @Test
    void an_output_of_something_else_is_not_taken_for_a_finished_run() throws IOException {
        Path output = Files.writeString(folder.resolve("out.csv"), "mine");

        assertRefused(
                plan(input, output, ScoringPlan.Start.RESUME),
                output + " exists already, and nothing tells how it was made.");
        assertThat(output).hasContent("mine");
    }

    @Test
    void the_summary_beside_the_output_tells_what_was_done_with_what() throws IOException {
        Path output = folder.resolve("out.csv");
        ScoringSummary summary = score(output, ScoringPlan.Start.FRESH);

        FinishedRun finished = JsonFile.read(new RunFiles(output).summary(), FinishedRun.class);

        assertThat(finished.summary()).isEqualTo(summary);
        assertThat(finished.run().model().reference()).isEqualTo("letters@");
        assertThat(finished.run().options()).containsEntry("unit", "article").containsEntry("format", "csv");
        assertThat(finished.run().inputs().listed())
                .containsExactly(new InputDigest.HashedFile(input.toString(), Files.size(input), Sha256.of(input)));
        assertThat(finished.run().inputs().sha256())
                .as("sha256sum FILE | sha256sum")
                .isEqualTo(Sha256.of((Sha256.of(input) + "  " + input + "\n").getBytes(StandardCharsets.UTF_8)));
        assertThat(finished.uncorrectedShares().getOrDefault("loaded", Map.of()).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isEqualTo(1);
    }
}
