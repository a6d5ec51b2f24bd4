package framing.evaluation;

import static framing.evaluation.Outcomes.certain;
import static framing.evaluation.Outcomes.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import framing.codebook.Facet;
import framing.codebook.Label;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final Facet VOICE = facet(ReferenceValues.LABELS);
    private static final Facet THREE = facet(List.of("a", "b", "c"));

    private final ReferenceValues expected = new ReferenceValues();
    private final Evaluation evaluation = Evaluation.of(VOICE, ReferenceValues.outcomes(), 1, 20_000);

    private static Facet facet(List<String> labels) {
        return new Facet(
                "voice", "Who speaks?", labels.stream().map(Label::named).toList(), List.of());
    }

    @Test
    void units_and_documents_are_counted() {
        assertThat(evaluation.facet()).isEqualTo("voice");
        assertThat(evaluation.units()).isEqualTo(60);
        assertThat(evaluation.documents()).isEqualTo(9);
    }

    @Test
    void scores_agree_with_scikit_learn() {
        checkScores("strict", evaluation.scores());
        checkScores("lenient", evaluation.lenient().orElseThrow());
    }

    private void checkScores(String kind, Evaluation.Scores scores) {
        expected.check(kind + ".accuracy", scores.accuracy().value());
        expected.check(kind + ".macroF1", scores.macroF1().value());
        for (LabelScores label : scores.labels()) {
            String prefix = kind + "." + label.label();
            expected.check(prefix + ".precision", label.precision());
            expected.check(prefix + ".recall", label.recall());
            expected.check(prefix + ".f1", label.f1());
            assertThat(label.support()).isEqualTo((int) expected.get(prefix + ".support"));
        }
    }

    @Test
    void the_confusion_matrix_agrees_with_scikit_learn() {
        for (int actual = 0; actual < 5; actual++) {
            for (int predicted = 0; predicted < 5; predicted++) {
                String name =
                        "confusion." + ReferenceValues.LABELS.get(actual) + "." + ReferenceValues.LABELS.get(predicted);
                assertThat(evaluation.confusion().count(actual, predicted)).isEqualTo((int) expected.get(name));
            }
        }
    }

    @Test
    void probabilities_agree_with_scikit_learn_and_numpy() {
        expected.check("logLoss", evaluation.probabilities().logLoss());
        expected.check("expectedCalibrationError", evaluation.probabilities().expectedCalibrationError());
    }

    @Test
    void agreement_of_model_and_coder_agrees_with_numpy() {
        expected.check("agreement.alpha", evaluation.agreement().alpha().value());
        expected.check("agreement.observed", evaluation.agreement().observed().value());
    }

    @Test
    void intervals_agree_with_a_bootstrap_in_numpy() {
        checkInterval("strict.accuracy", evaluation.scores().accuracy().interval());
        checkInterval("strict.macroF1", evaluation.scores().macroF1().interval());
        checkInterval("agreement.alpha", evaluation.agreement().alpha().interval());
    }

    private void checkInterval(String name, Optional<Interval> interval) {
        assertThat(interval.orElseThrow().low()).as(name).isCloseTo(expected.get(name + ".low"), within(0.01));
        assertThat(interval.orElseThrow().high()).as(name).isCloseTo(expected.get(name + ".high"), within(0.01));
    }

    @Test
    void a_label_that_occurs_has_an_interval_of_f1_and_one_that_does_not_has_none() {
        List<LabelScores> labels = evaluation.scores().labels();
        assertThat(labels.get(0).f1Interval().orElseThrow().low())
                .isLessThan(labels.get(0).f1().orElseThrow());
        assertThat(labels.get(4).f1Interval()).isEmpty();
    }

    @Test
    void the_order_of_outcomes_changes_neither_scores_nor_intervals() {
        List<Outcome> shuffled = new ArrayList<>(ReferenceValues.outcomes());
        Collections.shuffle(shuffled, new Random(4));
        Evaluation other = Evaluation.of(VOICE, shuffled, 1, 20_000);
        assertThat(other.scores()).isEqualTo(evaluation.scores());
        assertThat(other.agreement()).isEqualTo(evaluation.agreement());
    }

    @Test
    void without_second_labels_there_is_nothing_lenient() {
        assertThat(Evaluation.of(THREE, List.of(outcome("d", 0, 0)), 1).lenient())
                .isEmpty();
    }

    @Test
    void one_document_has_values_but_no_intervals() {
        Evaluation one = Evaluation.of(THREE, List.of(outcome("d", 0, 0), outcome("d", 1, 0)), 1);
        assertThat(one.scores().accuracy().value()).hasValue(0.5);
        assertThat(one.scores().accuracy().interval()).isEmpty();
        assertThat(one.agreement().alpha().value()).isPresent();
        assertThat(one.agreement().alpha().interval()).isEmpty();
    }

    @Test
    void without_outcomes_every_measure_is_empty() {
        Evaluation none = Evaluation.of(THREE, List.of(), 1);
        assertThat(none.units()).isZero();
        assertThat(none.scores().macroF1().value()).isEmpty();
        assertThat(none.agreement().alpha().value()).isEmpty();
        assertThat(none.probabilities().logLoss()).isEmpty();
        assertThat(none.probabilities().expectedCalibrationError()).isEmpty();
    }

    @Test
    void thirty_thousand_units_take_seconds() {
        SplittableRandom random = new SplittableRandom(2);
        List<Outcome> outcomes = new ArrayList<>();
        for (int unit = 0; unit < 30_000; unit++) {
            outcomes.add(Outcome.of("d" + random.nextInt(3_000), random.nextInt(3), certain(random.nextInt(3))));
        }
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> Evaluation.of(THREE, outcomes, 1));
    }
}
