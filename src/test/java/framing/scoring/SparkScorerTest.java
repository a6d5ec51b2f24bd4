package framing.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import framing.Progress;
import framing.UserFacingException;
import framing.classifier.SentenceClassifier;
import framing.classifier.TinyModels;
import framing.corpus.CorpusColumns;
import framing.encoder.EncoderCard;
import framing.encoder.EncoderWork;
import framing.encoder.LetterEncoder;
import framing.encoder.MarkedSentence;
import framing.encoder.SentenceEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkScorerTest {
    /** How often an encoder was asked, and at which time it fails. */
    private static final AtomicInteger ASKED = new AtomicInteger();

    private static final int FAILS_AT = 3;

    @TempDir
    Path folder;

    private Path input;

    /** Four files of 75 articles, which are two batches each, and of rows that cannot be used. */
    @BeforeEach
    void writeInput() throws IOException {
        input = Files.createDirectory(folder.resolve("in"));
        List<String> rows = Files.readAllLines(ResumeTest.writeCorpus(folder.resolve("all.csv"), 300));
        for (int part = 0; part < 4; part++) {
            int from = 1 + part * (rows.size() - 1) / 4;
            int to = 1 + (part + 1) * (rows.size() - 1) / 4;
            Files.writeString(
                    input.resolve(part + ".csv"),
                    rows.get(0) + "\n" + String.join("\n", rows.subList(from, to)) + "\n");
        }
    }

    private record Letters() implements ClassifierSource {
        @Override
        public SentenceClassifier open() {
            return TinyModels.classifier(TinyModels.letters(), new LetterEncoder());
        }
    }

    private record LettersThatFailOnce() implements ClassifierSource {
        @Override
        public SentenceClassifier open() {
            return TinyModels.classifier(TinyModels.letters(), new FailingOnce(new LetterEncoder()));
        }
    }

    private record FailingOnce(LetterEncoder encoder) implements SentenceEncoder {
        @Override
        public EncoderCard card() {
            return encoder.card();
        }

        @Override
        public List<float[][]> encodeMarked(List<List<MarkedSentence>> articles) {
            if (ASKED.incrementAndGet() == FAILS_AT) {
                throw new IllegalStateException("A machine has died");
            }
            return encoder.encodeMarked(articles);
        }

        @Override
        public EncoderWork work() {
            return encoder.work();
        }

        @Override
        public void close() {}
    }

    private void scoreInSpark(ClassifierSource source, Path output, ScoringPlan.Format format) {
        try (SentenceClassifier classifier = new Letters().open()) {
            new SparkScorer(classifier, source, Progress.SILENT)
                    .score(new SparkPlan(
                            List.of(input.resolve("*.csv").toString()),
                            CorpusColumns.DEFAULT,
                            output.toString(),
                            format,
                            false,
                            "local[2,3]"));
        }
    }

    private Path scoreHere() {
        Path output = folder.resolve("here.parquet");
        try (SentenceClassifier classifier = new Letters().open()) {
            new CorpusScorer(classifier, Progress.SILENT)
                    .score(ResumeTest.plan(input, output, ScoringPlan.Start.FRESH));
        }
        return output;
    }

    private static long count(String query) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void assertSameRows(Path here, String spark) throws Exception {
        String ours = "(SELECT * EXCLUDE story_id FROM '" + here + "')";
        String theirs = "(FROM " + spark + ")";
        assertThat(count("SELECT count(*) FROM " + theirs)).isEqualTo(count("SELECT count(*) FROM " + ours));
        assertThat(count("SELECT count(*) FROM (" + ours + " EXCEPT ALL " + theirs + ")"))
                .isZero();
        assertThat(count("SELECT count(*) FROM " + ours)).isGreaterThan(5000);
    }

    @Test
    void spark_gives_the_rows_of_the_local_engine_and_keeps_what_it_could_not_use() throws Exception {
        Path here = scoreHere();
        Path parquet = folder.resolve("spark");
        scoreInSpark(new Letters(), parquet, ScoringPlan.Format.PARQUET);

        assertSameRows(here, "'" + parquet + "/*.parquet'");
        assertThat(count("SELECT count(*) FROM '" + parquet + ".rejected/*.parquet'"))
                .isEqualTo(count("SELECT count(*) FROM '" + RejectedRows.fileBeside(here) + "'"));
        assertThatThrownBy(() -> scoreInSpark(new Letters(), parquet, ScoringPlan.Format.PARQUET))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining(parquet.toString());
    }

    @Test
    void a_task_that_fails_is_repeated_and_nothing_is_lost_or_doubled() throws Exception {
        ASKED.set(0);
        Path lines = folder.resolve("lines");
        scoreInSpark(new LettersThatFailOnce(), lines, ScoringPlan.Format.JSONL);

        assertThat(ASKED.get()).isGreaterThan(FAILS_AT);
        assertSameRows(
                scoreHere(), "read_json('" + lines + "/*.json', format = 'newline_delimited', union_by_name = true)");
    }

    @Test
    void a_column_that_is_missing_is_named() {
        input = folder;

        assertThatThrownBy(() -> {
                    try (SentenceClassifier classifier = new Letters().open()) {
                        new SparkScorer(classifier, new Letters(), Progress.SILENT)
                                .score(new SparkPlan(
                                        List.of(folder.resolve("all.csv").toString()),
                                        new CorpusColumns("id", "title", "body"),
                                        folder.resolve("out").toString(),
                                        ScoringPlan.Format.CSV,
                                        false,
                                        "local[1]"));
                    }
                })
                .isInstanceOf(UserFacingException.class)
                .hasMessage("No column \"body\" (found: id, title, text, outlet).");
    }
}
