package framing.evaluation;

import static framing.evaluation.Outcomes.outcome;
import static framing.evaluation.Outcomes.pairs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import framing.codebook.LabelDistribution;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    private static final List<String> LABELS = List.of("a", "b", "c");

    /** Three units of a, one of them taken for b; two of b, both right. */
    private static final ConfusionMatrix ONE_MISTAKE = ConfusionMatrix.of(LABELS, pairs(0, 0, 0, 0, 0, 1, 1, 1, 1, 1));

    @Test
    void rows_are_given_labels_and_columns_predicted_ones() {
        assertThat(ONE_MISTAKE.counts()).containsExactly(List.of(2, 1, 0), List.of(0, 2, 0), List.of(0, 0, 0));
        assertThat(ONE_MISTAKE.count(0, 1)).isEqualTo(1);
        assertThat(ONE_MISTAKE.total()).isEqualTo(5);
    }

    @Test
    void scores_follow_from_the_counts() {
        LabelScores a = ONE_MISTAKE.scores(0);
        assertThat(a.support()).isEqualTo(3);
        assertThat(a.predicted()).isEqualTo(2);
        assertThat(a.precision()).hasValue(1);
        assertThat(a.recall()).hasValue(2.0 / 3);
        assertThat(a.f1()).hasValue(4.0 / 5);
        assertThat(ONE_MISTAKE.accuracy()).hasValue(4.0 / 5);
    }

    @Test
    void macro_f1_leaves_out_a_label_nobody_gave_or_predicted() {
        assertThat(ONE_MISTAKE.f1(2)).isEmpty();
        assertThat(ONE_MISTAKE.macroF1().orElseThrow()).isCloseTo((4.0 / 5 + 4.0 / 5) / 2, within(1e-12));
    }

    @Test
    void a_label_that_was_only_predicted_has_no_recall_and_an_f1_of_zero() {
        LabelScores c = ConfusionMatrix.of(LABELS, pairs(0, 0, 0, 2)).scores(2);
        assertThat(c.recall()).isEmpty();
        assertThat(c.precision()).hasValue(0);
        assertThat(c.f1()).hasValue(0);
    }

    @Test
    void a_label_that_was_only_given_has_no_precision_and_counts_as_zero_in_macro_f1() {
        ConfusionMatrix matrix = ConfusionMatrix.of(LABELS, pairs(0, 0, 0, 0, 0, 0, 2, 0));
        assertThat(matrix.scores(2).precision()).isEmpty();
        assertThat(matrix.scores(2).f1()).hasValue(0);
        assertThat(matrix.macroF1()).hasValue(6.0 / 7 / 2);
    }

    @Test
    void without_units_nothing_is_defined() {
        ConfusionMatrix empty = ConfusionMatrix.of(LABELS, List.of());
        assertThat(empty.total()).isZero();
        assertThat(empty.accuracy()).isEqualTo(OptionalDouble.empty());
        assertThat(empty.macroF1()).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void a_predicted_second_label_counts_as_right_when_lenient() {
        List<Outcome> outcomes = List.of(outcome("d", 0, 1, 1), outcome("d", 0, 1, 2), outcome("d", 0, 1, 0));
        assertThat(ConfusionMatrix.of(LABELS, outcomes).accuracy()).hasValue(1.0 / 3);
        ConfusionMatrix lenient = ConfusionMatrix.lenient(LABELS, outcomes);
        assertThat(lenient.accuracy()).hasValue(2.0 / 3);
        assertThat(lenient.counts()).containsExactly(List.of(1, 0, 1), List.of(0, 1, 0), List.of(0, 0, 0));
    }

    @Test
    void a_prediction_over_other_labels_is_refused() {
        List<Outcome> outcomes = List.of(Outcome.of("d", 0, LabelDistribution.of(0.5f, 0.5f)));
        assertThatThrownBy(() -> ConfusionMatrix.of(LABELS, outcomes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Predictions must cover the 3 labels of the facet, but one covers 2");
    }

    @Test
    void counts_that_are_not_square_or_negative_are_refused() {
        assertThatThrownBy(() -> new ConfusionMatrix(List.of("a", "b"), List.of(List.of(1, 0))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConfusionMatrix(List.of("a"), List.of(List.of(-1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
