package framing.evaluation;

import static framing.evaluation.Outcomes.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import framing.codebook.LabelDistribution;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityCurveTest {
    private static Outcome sure(float confidence, boolean right) {
        return Outcome.of("d", right ? 0 : 1, LabelDistribution.of(confidence, 1 - confidence));
    }

    @Test
    void certain_and_right_has_no_calibration_error() {
        ReliabilityCurve curve = ReliabilityCurve.of(List.of(outcome("d", 0, 0), outcome("d", 1, 1)));
        assertThat(curve.expectedCalibrationError()).hasValue(0);
        assertThat(curve.bins()).containsExactly(new ReliabilityCurve.Bin(14.0 / 15, 1, 2, 1, 1));
    }

    @Test
    void three_right_of_four_at_three_quarters_is_calibrated() {
        ReliabilityCurve curve = ReliabilityCurve.of(
                List.of(sure(0.75f, true), sure(0.75f, true), sure(0.75f, true), sure(0.75f, false)));
        assertThat(curve.expectedCalibrationError()).hasValue(0);
    }

    @Test
    void the_error_is_the_mean_gap_weighted_by_units() {
        ReliabilityCurve curve =
                ReliabilityCurve.of(List.of(sure(0.75f, true), sure(0.75f, false), sure(0.75f, false), sure(1, true)));
        double gap = 0.75 - 1.0 / 3;
        assertThat(curve.bins()).extracting(ReliabilityCurve.Bin::units).containsExactly(3, 1);
        assertThat(curve.expectedCalibrationError().orElseThrow()).isCloseTo(3 * gap / 4, within(1e-12));
    }

    @Test
    void a_probability_that_rounding_carried_above_one_is_one() {
        ReliabilityCurve curve = ReliabilityCurve.of(List.of(Outcome.of("d", 0, LabelDistribution.of(1.0000001f, 0))));
        assertThat(curve.bins().get(0).confidence()).isEqualTo(1);
    }

    @Test
    void all_confidences_find_a_bin() {
        List<Outcome> outcomes = Collections.nCopies(3, Outcome.of("d", 0, LabelDistribution.of(0, 0)));
        assertThat(ReliabilityCurve.of(outcomes).bins())
                .extracting(ReliabilityCurve.Bin::units)
                .containsExactly(3);
    }

    @Test
    void without_units_there_are_no_bins_and_no_error() {
        assertThat(ReliabilityCurve.of(List.of()).bins()).isEmpty();
        assertThat(ReliabilityCurve.of(List.of()).expectedCalibrationError()).isEmpty();
    }
}
