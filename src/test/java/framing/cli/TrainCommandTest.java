package framing.cli;

import static framing.cli.Ran.framing;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import framing.training.InventedArticles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Train once, then evaluate and inspect what came of it. */
class TrainCommandTest {
    @TempDir
    static Path shared;

    private static Path labels;
    private static Path model;
    private static Ran trained;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() throws IOException {
        labels = InventedArticles.write(shared.resolve("labels.csv"));
        Files.writeString(labels, Files.readString(labels) + "art-12,0,body,,outlet,no\n");
        model = shared.resolve("models/invented");
        trained = framing("train", labels, "--facet", "voice", "--facet", "loaded", "--out", model, "--layers", "4,12");
    }

    private Path file(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Ran train(Path file, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("train", file, "--out", folder.resolve("m")));
        arguments.addAll(Arrays.asList(more));
        return framing(arguments.toArray());
    }

    private static void assertRefused(Ran ran, String... words) {
        assertThat(ran.err()).startsWith("framing: ").contains(words).doesNotContain("\tat ", "Exception");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void a_model_is_trained_and_the_story_told() {
        assertThat(trained.err())
                .contains(
                        "60 units in 12 groups, read in article order; seed 1",
                        "1 rows cannot be used and are listed in " + model
                                + ".rejected.csv; the first: line 62, no text in" + " column text.",
                        "voice: official 12 outlet 24 rebel 24",
                        "Wrote invented@")
                .doesNotContain("\tat ");
        assertThat(trained.code()).isZero();
        assertThat(trained.out())
                .startsWith("Folds (each unit judged by a model that has not seen its document)\nvoice: 60 units")
                .contains("macro-F1", "loaded: ", "voice, 5 folds: ");
        assertThat(model.resolve("model.yaml")).content().contains("id: invented");
        assertThat(model.resolve("model.yaml")).content().doesNotContain(shared.toString());
        assertThat(Path.of(model + ".rejected.csv")).content().contains(",62,no text");
    }

    @Test
    void a_facet_that_scored_output_could_not_hold_is_refused_before_training() {
        Path role = file("role.csv", "text,role\nA.,x\nB.,y\nC.,x\n");

        assertRefused(train(role, "--facet", "role"), "The codebook would give scored output two columns named role.");
    }

    @Test
    void the_trained_model_is_evaluated() throws IOException {
        Path json = folder.resolve("evaluation.json");
        Ran ran = framing("evaluate", labels, "--model", model, "--json", json);

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("voice: 60 units in 12 documents", "loaded: 54 units in 12 documents", "alpha");
        assertThat(ran.err())
                .contains("1 rows cannot be used; the first: line 62 of " + labels + ", no text in column text.");
        assertThat(new ObjectMapper().readTree(json.toFile()).at("/voice/units").asInt())
                .isEqualTo(60);
    }

    @Test
    void a_quiet_evaluation_tells_results_alone() {
        Ran ran = framing("evaluate", labels, "--model", model, "--facet", "voice", "--quiet");

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("voice: 60 units").doesNotContain("loaded");
    }

    @Test
    void a_quiet_training_tells_results_alone() {
        Ran ran = train(labels, "--facet", "voice", "--layers", "4,12", "--quiet", "--test-share", 0.2);

        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("Test documents (used once)\nvoice: 10 units");
    }

    @Test
    void a_share_of_nothing_beside_one_of_something_is_refused() {
        assertRefused(
                train(labels, "--test-share", 0),
                "development and test must be positive and leave room for training, or both be 0, but were 0.1 and 0.0.");
    }

    @Test
    void the_trained_model_is_shown() throws IOException {
        Ran card = framing("inspect", model);
        Ran metrics = framing("inspect", model, "--json");

        assertThat(card.code()).isZero();
        assertThat(card.err()).isEmpty();
        assertThat(card.out()).startsWith("# invented (").contains("Facet `voice`", "- data: labels.csv, SHA-256 ");
        assertThat(new ObjectMapper()
                        .readTree(metrics.out())
                        .at("/cross_validation/voice/pooled/units")
                        .asInt())
                .isPositive();
    }

    @Test
    void a_folder_that_is_no_model_is_not_shown() {
        assertRefused(framing("inspect", folder), "No model in " + folder);
    }

    @Test
    void a_facet_that_the_model_lacks_cannot_be_evaluated() {
        assertRefused(
                framing("evaluate", labels, "--model", model, "--facet", "role"),
                "The codebook \"voice-loaded\" has no facet \"role\" (it has voice, loaded).");
    }

    @Test
    void figures_that_could_not_be_written_are_refused_before_any_work() {
        assertRefused(
                framing("evaluate", labels, "--model", model, "--json", folder, "--quiet", "--facet", "voice"),
                folder + " is a folder.");
    }

    @Test
    void strict_stops_at_an_unusable_row() {
        assertRefused(
                train(labels, "--facet", "voice", "--strict"),
                "1 row(s) cannot be used; the first is line 62 of " + labels + ": no text in column text.");
    }

    @Test
    void a_model_that_exists_is_kept_before_any_work_is_done() {
        assertRefused(framing("train", labels, "--facet", "voice", "--out", model), model + " exists already.");
        assertRefused(
                framing("train", labels, "--facet", "voice", "--out", shared, "--overwrite"),
                shared + " exists and is not a model, so it is not replaced.");
    }

    @Test
    void labels_that_cannot_be_used_are_refused() {
        Path missing = folder.resolve("missing.csv");

        assertRefused(train(missing, "--facet", "voice"), missing + " does not exist.");
        assertRefused(train(file("empty.csv", ""), "--facet", "voice"), "empty.csv is empty.");
        assertRefused(train(labels), "Which columns hold the codes?");
        assertRefused(train(labels, "--facet", "frame"), "No column \"frame\" in " + labels);
        assertRefused(train(labels, "--facet", "voice", "--text-column", "body"), "No column \"body\"");
        assertRefused(train(labels, "--facet", "voice", "--group-column", "outlet"), "No column \"outlet\"");
        assertRefused(
                train(file("one.csv", "text,frame\nA,war\nB,war\n"), "--facet", "frame"),
                "Column frame holds only the code \"war\"");
        assertRefused(
                train(file("two.csv", "text,frame\nA,war\nB,peace\n"), "--facet", "frame", "--quiet"),
                "needs at least 3");
        assertRefused(train(file("labels.txt", "not a table"), "--facet", "frame"), "labels.txt is not a table.");
        assertThat(folder.resolve("m")).doesNotExist();
    }

    @Test
    void a_facet_whose_coded_rows_only_partly_name_a_target_is_warned_of() {
        Path partly = file("partly.csv", "text,target,tone\nThe army left.,army,bad\nA bank.,bank,good\nA tax.,,bad\n");

        assertThat(train(partly, "--facet", "tone").err())
                .startsWith(
                        "Facet tone: 2 coded row(s) name a target and 1 do not, so it is taken as one code a sentence,"
                                + " and no target is looked at. If it is asked of targets, give every row coded for tone a target,"
                                + " or say \"per: target\" of tone in a codebook (--codebook), which then leaves out the 1.\n");
    }

    @Test
    void settings_that_cannot_be_are_refused() {
        assertRefused(train(labels, "--facet", "voice", "--threads", 0), "threads");
        assertRefused(train(labels, "--facet", "voice", "--cross-validate", 1), "folds");
        assertRefused(
                train(labels, "--facet", "voice", "--cross-validate", 50, "--quiet", "--layers", 12), "12 group(s)");
        assertRefused(train(labels, "--facet", "voice", "--test-share", 1), "leave room for training");
        assertRefused(train(labels, "--facet", "voice", "--layers", 13), "layers must be different ones from 1 to 12");
        assertRefused(train(labels, "--facet", "voice", "--neighbours", 9), "neighbours must be between 0 and 3");
    }

    @Test
    void a_codebook_that_cannot_be_used_is_refused() {
        Path none = folder.resolve("none.yaml");
        Path broken = file("broken.yaml", "id: x\nfacets:\n  - name: voice\n");
        Path other = file("other.yaml", "id: x\nfacets:\n  - name: tone\n    labels: [{id: a}, {id: b}]\n");

        assertRefused(train(labels, "--codebook", none), "The codebook " + none + " cannot be read.");
        assertRefused(train(labels, "--codebook", broken), "the key \"labels\" is missing");
        assertRefused(train(labels, "--codebook", other), "No column is named as a facet of the codebook \"x\"");
    }
}
