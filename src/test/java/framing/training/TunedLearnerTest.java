package framing.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import framing.Progress;
import framing.RecordedProgress;
import framing.UserFacingException;
import framing.codebook.Annotation;
import framing.codebook.AnnotationTable;
import framing.codebook.Codebook;
import framing.codebook.Facet;
import framing.codebook.Label;
import framing.codebook.Split;
import framing.corpus.Role;
import framing.corpus.Sentence;
import framing.corpus.Span;
import framing.encoder.OnnxSentenceEncoder;
import framing.encoder.Precision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TunedLearnerTest {
    private static final Facet VOICE =
            new Facet("voice", "", List.of(Label.named("official"), Label.named("outlet")), List.of());
    private static final Facet DISTANCE = new Facet(
            "distance", "", List.of(Label.named("far"), Label.named("near")), List.of(), Facet.Per.TARGET, "voice");

    @TempDir
    static Path cache;

    private static TrainingSet set;
    private static Split split;
    private static Learner.Learned learned;

    @BeforeAll
    static void learn() {
        set = TrainingSet.of(articles());
        split = Split.byGroup(set.table().groups(), 0.2, 0.2, 1);
        learned = learnWith(1);
    }

    private static Learner.Learned learnWith(long seed) {
        return learn(seed, settings(1), Progress.SILENT);
    }

    private static Learner.Learned learn(long seed, TunedSettings settings, Progress progress) {
        try (Learner learner = new TunedLearner(set, plan(settings), Progress.SILENT)) {
            return learner.learn(split, seed, progress);
        }
    }

    private static TunedSettings settings(int seeds) {
        return new TunedSettings(OptionalInt.of(11), OptionalInt.of(2), 64, 3, 256, 2e-4, 2e-3, 0.1, 0.3, seeds);
    }

    private static TrainingPlan plan(TunedSettings settings) {
        return new TrainingPlan(
                "tiny",
                Optional.empty(),
                new TrainingPlan.Splitting(Optional.of(new TrainingPlan.HeldOut(0.2, 0.2)), 0),
                1,
                "",
                FrozenSettings.DEFAULT,
                settings,
                new TrainingPlan.Resources(2, cache));
    }

    @Test
    void several_seeds_are_trained_one_after_another_and_become_one_model() {
        RecordedProgress progress = new RecordedProgress();

        Learner.Learned both = learn(1, settings(2), progress);

        List<Double> losses = progress.lines().stream()
                .filter(line -> line.startsWith("Epoch "))
                .map(line -> Double.parseDouble(line.replaceAll(".*mean loss ([0-9.]+),.*", "$1")))
                .toList();
        assertThat(losses).hasSize(6);
        assertThat(losses.get(2)).isLessThan(losses.get(0));
        assertThat(losses.get(3)).as("the second run begins anew").isCloseTo(losses.get(0), within(0.1));
        assertThat(both.tuned().steps().keySet())
                .isEqualTo(learned.tuned().steps().keySet());
        assertThat(both.features()[split.test().get(0)])
                .isNotEqualTo(learned.features()[split.test().get(0)]);
        assertThat(right(both)).isGreaterThan(set.coded(VOICE, split.test()).size() * 3 / 4);
    }

    @Test
    void a_training_that_goes_astray_says_what_to_change() {
        var wild = new TunedSettings(OptionalInt.of(11), OptionalInt.of(2), 64, 3, 256, 1e30, 1e30, 0.1, 0.3, 1);

        assertThatThrownBy(() -> learn(1, wild, Progress.SILENT))
                .isInstanceOf(UserFacingException.class)
                .hasMessageStartingWith("Training went astray: the gradient of step ")
                .extracting(e -> ((UserFacingException) e).remedy())
                .isEqualTo("Train with a smaller --learning-rate; nothing was written.");
    }

    @Test
    void a_facet_without_development_units_is_learned_and_left_uncalibrated() {
        Split nothingHeldOut = new Split(split.train(), List.of(), split.test());
        try (Learner learner = new TunedLearner(set, plan(settings(1)), Progress.SILENT)) {
            Learner.Learned model = learner.learn(nothingHeldOut, 1, Progress.SILENT);

            assertThat(model.facets().get("voice"))
                    .extracting(facet -> facet.calibration().temperature())
                    .isEqualTo(1.0);
            assertThat(right(model))
                    .isGreaterThan(set.coded(VOICE, split.test()).size() * 3 / 4);
        }
    }

    /** Twelve articles of four sentences: officials speak, then the outlet tells. */
    private static AnnotationTable articles() {
        String[] speakers = {"minister", "governor", "army", "court", "police", "embassy"};
        String[] places = {"harbour", "market", "bridge", "airfield", "valley", "old town"};
        List<Annotation> annotations = new ArrayList<>();
        for (int article = 0; article < 12; article++) {
            String speaker = speakers[article % 6];
            String place = places[(article * 5 + 1) % 6];
            String[] texts = {
                "The " + speaker + " said the " + place + " was safe again.",
                "The " + place + " lies two hours north of the coast.",
                "\"We will reopen it in " + (article + 2) + " days,\" the " + speaker + " added.",
                "About " + (article + 3) + " thousand people live near the " + place + "."
            };
            for (int i = 0; i < texts.length; i++) {
                annotations.add(new Annotation(
                        new Sentence("d" + article, i, Role.BODY, 0, texts[i].length(), texts[i]),
                        true,
                        "d" + article,
                        null,
                        Map.of("voice", i % 2 == 0 ? "official" : "outlet"),
                        Map.of(),
                        annotations.size() + 2L));
                if (i == 1) {
                    annotations.add(target("d" + article, i, texts[i], place, article % 2 == 0 ? "far" : "near"));
                }
            }
        }
        return new AnnotationTable(
                annotations,
                new Codebook("tiny", null, null, null, List.of(VOICE, DISTANCE)),
                true,
                true,
                List.of(),
                List.of());
    }

    private static Annotation target(String document, int index, String text, String words, String label) {
        return new Annotation(
                new Sentence(document, index, Role.BODY, 0, text.length(), text),
                true,
                document,
                new Span(text.indexOf(words), text.indexOf(words) + words.length()),
                Map.of("distance", label),
                Map.of(),
                1);
    }

    @Test
    void onnx_runtime_reads_with_the_tuned_weights_what_the_trainer_read_with_them() {
        try (Learner learner = new TunedLearner(set, plan(settings(1)), Progress.SILENT);
                var encoder = OnnxSentenceEncoder.open(
                        learner.encoder().layers(), "", learner.encoder().reading(), learned.tuned(), Precision.FP32)) {
            float largest = 0;
            float[][] features = set.features(encoder.encodeMarked(set.marked()), learner.neighbours());
            for (List<TrainingSet.Sentence> article : set.articlesWith(split.test())) {
                for (TrainingSet.Sentence sentence : article) {
                    for (int unit : sentence.units()) {
                        assertThat(features[unit]).hasSameSizeAs(learned.features()[unit]);
                        for (int d = 0; d < features[unit].length; d++) {
                            largest = Math.max(largest, Math.abs(features[unit][d] - learned.features()[unit][d]));
                        }
                    }
                }
            }
            assertThat(largest).isLessThan(1e-4f).isGreaterThan(0);
        }
    }

    @Test
    void the_same_seed_gives_the_same_weights_to_the_last_bit() {
        Learner.Learned again = learnWith(1);
        learned.tuned()
                .steps()
                .forEach((name, matrix) -> assertThat(again.tuned().steps())
                        .hasEntrySatisfying(
                                name, other -> assertThat(other.values()).isEqualTo(matrix.values())));
        for (int unit : split.test()) {
            assertThat(again.features()[unit]).isEqualTo(learned.features()[unit]);
        }
    }

    @Test
    void it_learns_who_speaks_in_articles_it_has_not_seen() {
        assertThat(right(learned)).isGreaterThan(set.coded(VOICE, split.test()).size() * 3 / 4);
    }

    private static long right(Learner.Learned model) {
        return set.coded(VOICE, split.test()).stream()
                .filter(unit -> model.distribution(VOICE, unit).mostProbable() == set.label(VOICE, unit))
                .count();
    }
}
