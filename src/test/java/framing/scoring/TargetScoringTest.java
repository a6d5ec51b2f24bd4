package framing.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import framing.RecordedProgress;
import framing.UserFacingException;
import framing.classifier.Model;
import framing.classifier.TinyModels;
import framing.codebook.Target;
import framing.codebook.Targets;
import framing.corpus.CorpusColumns;
import framing.corpus.CorpusPlan;
import framing.corpus.Row;
import framing.corpus.TableReader;
import framing.corpus.TableRow;
import framing.encoder.LetterEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetScoringTest {
    private static final Targets TARGETS = new Targets(List.of(
            new Target("anna", "Anna", List.of("Anna"), null),
            new Target("bob", "Bob", List.of("Bob"), null),
            new Target("nobody", "Nobody", List.of("Zyx"), null)));

    private final RecordedProgress progress = new RecordedProgress();

    @TempDir
    Path folder;

    private Path input;

    @BeforeEach
    void writeInput() throws IOException {
        input = Files.writeString(folder.resolve("in.csv"), """
                id,title,text,outlet
                a1,,"Anna saw Bob, and Bob fled. It rained. A crack calls Bob.",Gazette
                a2,,Anna wrote.,Courier
                """);
    }

    private ScoringSummary score(Model model, String output) {
        return new CorpusScorer(TinyModels.classifier(model, new LetterEncoder()), progress)
                .score(new ScoringPlan(
                        CorpusPlan.of(List.of(input), CorpusColumns.DEFAULT),
                        ScoringPlan.Unit.ARTICLE,
                        folder.resolve(output),
                        ScoringPlan.Format.of(Path.of(output)),
                        2,
                        ScoringPlan.Start.FRESH,
                        Optional.of(TARGETS),
                        false));
    }

    private static List<Map<String, String>> rows(Path table) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (TableReader reader = TableReader.open(table)) {
            while (reader.hasNext()) {
                if (reader.next() instanceof Row.Read<TableRow> read) {
                    rows.add(read.value().cells());
                }
            }
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.csv", "out.jsonl", "out.csv.gz", "out.parquet"})
    void each_target_in_a_sentence_has_a_row_with_its_holder(String output) throws IOException {
        score(TinyModels.stances(), output);

        Path stances = folder.resolve(
                output.replace("out", "out." + output.substring(4).replace(".gz", "") + ".stance")
                        .replace("out.csv.stance.csv.gz", "out.csv.gz.stance.csv.gz"));
        List<Map<String, String>> rows = rows(stances);
        assertThat(rows)
                .extracting(row -> String.join(
                        "|",
                        row.get("doc_id"),
                        row.get("sentence_index"),
                        row.get("target_id"),
                        row.get("mention"),
                        row.get("start"),
                        row.get("end"),
                        row.get("stance"),
                        row.get("holder"),
                        row.get("outlet")))
                .containsExactly(
                        "a1|0|anna|Anna|0|4|supportive|official|Gazette",
                        "a1|0|bob|Bob|9|12|critical|official|Gazette",
                        "a1|2|bob|Bob|53|56|critical|outlet|Gazette",
                        "a2|0|anna|Anna|0|4|supportive|official|Courier");
        assertThat(rows.get(0)).containsKeys("stance_probability", "p_stance_critical", "target", "model");
    }

    @Test
    void the_summary_has_shares_by_target_and_holder_and_names_targets_that_never_occur() throws IOException {
        ScoringSummary summary = score(TinyModels.stances(), "out.csv");

        assertThat(summary.targets())
                .filteredOn(share -> share.code().equals("critical"))
                .extracting(share -> share.target() + " " + share.holder() + " " + share.count() + " " + share.share())
                .containsExactly("anna official 0 0.0", "bob official 1 1.0", "bob outlet 1 1.0");
        assertThat(progress.lines()).contains("No sentence names 1 of the targets: nobody.");
        JsonNode written = new ObjectMapper()
                .readTree(folder.resolve("out.csv.summary.json").toFile());
        assertThat(written.get("summary").get("targets")).hasSize(9);
    }

    @Test
    void a_model_that_says_nothing_of_targets_is_refused() {
        assertThatThrownBy(() -> score(TinyModels.letters(), "out.csv"))
                .isInstanceOf(UserFacingException.class)
                .hasMessage("The model letters@ says nothing of targets.");
    }

    @Test
    void sentences_are_scored_as_they_are_without_targets() throws IOException {
        score(TinyModels.stances(), "with.csv");
        new CorpusScorer(TinyModels.classifier(TinyModels.stances(), new LetterEncoder()), progress)
                .score(new ScoringPlan(
                        CorpusPlan.of(List.of(input), CorpusColumns.DEFAULT),
                        ScoringPlan.Unit.ARTICLE,
                        folder.resolve("without.csv"),
                        ScoringPlan.Format.CSV,
                        1,
                        ScoringPlan.Start.FRESH,
                        Optional.empty(),
                        false));

        assertThat(folder.resolve("with.csv")).hasSameTextualContentAs(folder.resolve("without.csv"));
        assertThat(folder.resolve("without.csv.stance.csv")).doesNotExist();
    }
}
