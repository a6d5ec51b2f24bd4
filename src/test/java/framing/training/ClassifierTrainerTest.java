package framing.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import framing.Progress;
import framing.RecordedProgress;
import framing.UserFacingException;
import framing.classifier.ModelCard;
import framing.classifier.ModelFolder;
import framing.classifier.Provenance;
import framing.classifier.SentenceClassifier;
import framing.codebook.AnnotationReader;
import framing.codebook.AnnotationTable;
import framing.codebook.Prediction;
import framing.codebook.Split;
import framing.evaluation.Evaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierTrainerTest {
    private static final List<String> FACETS = List.of("voice", "loaded");

    @TempDir
    static Path folder;

    /** What the one training run told that most tests look at. */
    private static RecordedProgress progress;

    private static TrainingResult trained;

    private static TrainingPlan plan(long seed, int folds) {
        return plan(seed, new TrainingPlan.Splitting(Optional.of(new TrainingPlan.HeldOut(0.17, 0.17)), folds));
    }

    private static TrainingPlan plan(long seed, TrainingPlan.Splitting splitting) {
        return new TrainingPlan(
                "invented",
                Optional.of(TrainingPlan.Tier.FROZEN),
                splitting,
                seed,
                "",
                new FrozenSettings(List.of(4, 12), 1, new HeadSettings(1e-2, 1e-2, 0.2, 16, 15, 5, 1e-3)),
                TunedSettings.DEFAULT,
                new TrainingPlan.Resources(2, folder.resolve("cache")));
    }

    private static AnnotationTable table(Path file) {
        return AnnotationReader.read(List.of(file), "text", null, FACETS, Optional.empty());
    }

    private static TrainingResult train(AnnotationTable table, long seed, int folds, Progress told) {
        return new ClassifierTrainer(plan(seed, folds), told)
                .train(table, List.of(new Provenance.DataFile("labels.csv", "0".repeat(64))));
    }

    @BeforeAll
    static void trainOnce() throws IOException {
        AnnotationTable table = table(InventedArticles.write(folder.resolve("labels.csv")));
        progress = new RecordedProgress();
        trained = train(table, 1, 3, progress);
    }

    private static Path write(String name, TrainingResult result) {
        Path model = folder.resolve(name);
        ModelFolder.write(model, result.model(), "{}\n", false);
        return model;
    }

    @Test
    void the_card_says_what_the_model_is() {
        ModelCard card = trained.model().card();

        assertThat(card.id()).isEqualTo("invented");
        assertThat(card.tier()).isEqualTo("frozen");
        assertThat(card.encoder().layers()).containsExactly(4, 12);
        assertThat(card.neighbours().reach()).isEqualTo(1);
        assertThat(card.facets()).extracting(ModelCard.FacetCard::name).containsExactlyElementsOf(FACETS);
        assertThat(card.facets().get(0).labels()).containsExactly("official", "outlet", "rebel");
        assertThat(card.facets().get(0).test()).containsKeys("units", "macro_f1", "accuracy");
    }

    @Test
    void the_provenance_says_where_it_comes_from() {
        Provenance provenance = trained.model().card().provenance();

        assertThat(provenance.data()).containsExactly(new Provenance.DataFile("labels.csv", "0".repeat(64)));
        assertThat(provenance.units()).isEqualTo(60);
        assertThat(provenance.documents()).isEqualTo(12);
        assertThat(provenance.splitUnits()).containsEntry("train", 40).containsEntry("test", 10);
        assertThat(provenance.seed()).isEqualTo(1);
        assertThat(provenance.settings()).containsKeys("head_batch_size", "class_weights", "neighbours");
        assertThat(provenance.versions()).containsKeys("framing", "deeplearning4j", "java");
        assertThat(provenance.codebookSha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void what_is_easy_is_learned() {
        Evaluation voice = trained.test().get(0);

        assertThat(voice.facet()).isEqualTo("voice");
        assertThat(voice.units()).isEqualTo(10);
        assertThat(voice.documents()).isEqualTo(2);
        assertThat(voice.scores().accuracy().value().orElseThrow()).isGreaterThan(0.8);
    }

    @Test
    void a_unit_that_was_not_coded_for_a_facet_is_judged_for_the_other_alone() {
        assertThat(trained.crossValidation())
                .extracting(fold -> fold.pooled().units())
                .containsExactly(60, 54);
    }

    @Test
    void folds_test_each_unit_once_and_have_a_mean() {
        TrainingResult.CrossValidation voice = trained.crossValidation().get(0);

        assertThat(voice.foldMacroF1()).hasSize(3);
        assertThat(voice.meanMacroF1()).isBetween(0.7, 1.0);
        assertThat(voice.standardDeviation()).isBetween(0.0, 0.4);
    }

    @Test
    void units_are_encoded_once_however_many_folds_there_are() {
        assertThat(progress.counted()).containsExactly(Map.entry("Encoding 60 sentences", 60L));
        assertThat(progress.lines()).contains("Fold 1 of 3", "Fold 3 of 3");
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_others() throws IOException {
        AnnotationTable table = table(folder.resolve("labels.csv"));
        Path first = write("first", trained);
        Path again = write("again", train(table, 1, 0, Progress.SILENT));
        Path other = write("other", train(table, 2, 0, Progress.SILENT));

        try (var files = Files.list(first)) {
            assertThat(files.toList())
                    .hasSizeGreaterThanOrEqualTo(5)
                    .allSatisfy(file ->
                            assertThat(again.resolve(file.getFileName())).hasSameBinaryContentAs(file));
        }
        assertThat(ModelFolder.read(other).card().version())
                .isNotEqualTo(ModelFolder.read(first).card().version());
    }

    @Test
    void the_model_works_from_its_folder_as_it_was_judged() {
        try (SentenceClassifier classifier = SentenceClassifier.load(write("loaded", trained))) {
            AnnotationTable table = table(folder.resolve("labels.csv"));
            List<Prediction> predictions = new ClassifierEvaluator(classifier, 2, Progress.SILENT).predict(table);

            List<Evaluation> evaluations = ClassifierEvaluator.evaluate(table, predictions, 1);

            assertThat(evaluations).extracting(Evaluation::facet).containsExactlyElementsOf(FACETS);
            assertThat(evaluations).extracting(Evaluation::units).containsExactly(60, 54);
            assertThat(evaluations.get(0).scores().accuracy().value().orElseThrow())
                    .isGreaterThan(0.9);
        }
    }

    @Test
    void a_code_with_one_unit_or_none_among_the_training_documents_is_told() throws IOException {
        RecordedProgress told = new RecordedProgress();
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("labels.csv")));
        lines.add("art-12,0,body,A rare voice spoke once.,witness,no");
        lines.add("art-13,0,body,Another rare voice spoke once.,passer-by,no");
        lines.add("art-14,0,body,A third rare voice spoke once.,stranger,no");
        lines.add("art-15,0,body,A fourth rare voice spoke once.,pilot,no");
        AnnotationTable table = table(Files.write(folder.resolve("rare.csv"), lines));
        TrainingResult result = train(table, 1, 0, told);

        assertThat(result.model().card().facets().get(0).labels()).hasSize(7);
        for (String code : List.of("witness", "passer-by", "stranger", "pilot")) {
            assertThat(told.lines())
                    .containsAnyOf(
                            "Warning: the code " + code + " of voice has one training unit; add more.",
                            "Warning: no training unit carries the code " + code
                                    + " of voice, so the model will not give it.");
        }
    }

    private static TrainingResult trainOnFew(Path file, Progress told) {
        TrainingPlan plan = plan(1, TrainingPlan.Splitting.inFolds(0));
        return new ClassifierTrainer(plan, told).train(table(file), List.of());
    }

    @Test
    void few_units_are_all_learned_from_and_judged_in_folds() {
        RecordedProgress told = new RecordedProgress();
        TrainingResult few = trainOnFew(folder.resolve("labels.csv"), told);

        assertThat(few.tested()).isFalse();
        assertThat(few.model().card().provenance().splitUnits())
                .isEqualTo(Map.of("train", 60, "development", 0, "test", 0));
        assertThat(told.lines()).contains("All units are learned from, and 5 folds judge.");
        Evaluation voice = few.crossValidation().get(0).pooled();
        assertThat(voice.units()).isEqualTo(60);
        assertThat(voice.scores().accuracy().value().orElseThrow()).isGreaterThan(0.8);
        assertThat(few.model().card().facets().get(0).test())
                .containsEntry("units", 60.0)
                .containsKey("macro_f1");
        assertThat(few.model().card().facets())
                .extracting(ModelCard.FacetCard::temperature)
                .doesNotContain(1.0);
    }

    @Test
    void a_model_of_too_few_documents_to_be_judged_is_made_and_the_lack_told() throws IOException {
        RecordedProgress told = new RecordedProgress();
        Path file = Files.writeString(
                folder.resolve("three.csv"),
                "doc_id,seq,text,voice,loaded\na,0,A,official,no\nb,0,B,official,no\nc,0,C,rebel,yes\n");
        TrainingResult three = trainOnFew(file, told);

        assertThat(three.crossValidation()).isEmpty();
        assertThat(told.lines()).contains("Warning: nothing judges the model, for some code is in too few documents.");
        assertThat(three.model().card().facets().get(0).test()).isEmpty();
    }

    @Test
    void a_facet_with_one_code_among_the_training_documents_is_refused() throws IOException {
        List<String> lines = new ArrayList<>(List.of("doc_id,seq,text,voice,loaded"));
        for (int i = 0; i < 6; i++) {
            lines.add("d" + i + ",0,Text " + i + ",official,no");
        }
        lines.add("d6,0,Text,rebel,yes");
        AnnotationTable table = table(Files.write(folder.resolve("one.csv"), lines));
        long seed = LongStream.range(0, 1000)
                .filter(s ->
                        !Split.byGroup(table.groups(), 0.17, 0.17, s).train().contains(6))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> train(table, seed, 0, Progress.SILENT))
                .isInstanceOf(UserFacingException.class)
                .hasMessage("Facet voice has only the code official among the training documents.");
    }

    @Test
    void two_documents_are_too_few() throws IOException {
        Path file = Files.writeString(
                folder.resolve("two.csv"), "doc_id,text,voice,loaded\nd,A,official,no\ne,B,rebel,yes\n");

        assertThatThrownBy(() -> train(table(file), 1, 0, Progress.SILENT))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("at least 3");
    }

    @Test
    void articles_are_the_consecutive_units_of_a_document_where_places_are_known() throws IOException {
        TrainingSet ordered = TrainingSet.of(table(folder.resolve("labels.csv")));
        Path loose = Files.writeString(
                folder.resolve("loose.csv"), "text,voice,loaded\nA,official,no\nB,rebel,yes\nC,,no\n");
        TrainingSet alone = TrainingSet.of(table(loose));

        assertThat(ordered.articles())
                .hasSize(12)
                .allSatisfy(units -> assertThat(units).hasSize(5));
        assertThat(alone.articles())
                .extracting(article -> article.get(0).units())
                .containsExactly(List.of(0), List.of(1), List.of(2));
        assertThat(alone.coded(alone.table().codebook().facets().get(0), List.of(0, 1, 2)))
                .containsExactly(0, 1);
    }
}
