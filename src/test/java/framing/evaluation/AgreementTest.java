package framing.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final List<String> FIVE = List.of("1", "2", "3", "4", "5");

    /** Units in a document each, from one line of digits for each coder; a dot is a unit the coder left out. */
    private static List<CodedUnit> coded(String... coders) {
        List<CodedUnit> units = new ArrayList<>();
        for (int unit = 0; unit < coders[0].length(); unit++) {
            List<Integer> labels = new ArrayList<>();
            for (String coder : coders) {
                if (coder.charAt(unit) != '.') {
                    labels.add(coder.charAt(unit) - '1');
                }
            }
            units.add(new CodedUnit("d" + unit, labels));
        }
        return units;
    }

    private static double alpha(Agreement agreement) {
        return agreement.alpha().value().orElseThrow();
    }

    @Test
    void two_coders_and_two_labels_as_printed_by_krippendorff() {
        Agreement agreement = Agreement.of(FIVE, coded("1211111121", "2221121111"), 1);
        assertThat(alpha(agreement)).isCloseTo(0.095, within(0.0005));
        assertThat(agreement.observed().value()).hasValue(0.6);
    }

    @Test
    void two_coders_and_five_labels_as_printed_by_krippendorff() {
        Agreement agreement = Agreement.of(FIVE, coded("112243335441", "212223335444"), 1);
        assertThat(alpha(agreement)).isCloseTo(0.692, within(0.0005));
    }

    @Test
    void four_coders_and_missing_codes_as_printed_by_krippendorff() {
        Agreement agreement =
                Agreement.of(FIVE, coded("123321412...", "1233224125.3", ".3332342251.", "12332441251."), 1);
        assertThat(alpha(agreement)).isCloseTo(0.743, within(0.0005));
        assertThat(agreement.units()).isEqualTo(11);
        assertThat(agreement.documents()).isEqualTo(11);
    }

    @Test
    void perfect_agreement_gives_one_for_every_label_and_every_resample() {
        Agreement agreement = Agreement.of(FIVE, coded("12345123451234512345", "12345123451234512345"), 1);
        Estimate one = new Estimate(OptionalDouble.of(1), Optional.of(new Interval(1, 1)));
        assertThat(agreement.alpha()).isEqualTo(one);
        assertThat(agreement.observed()).isEqualTo(one);
        assertThat(agreement.labels())
                .extracting(Agreement.LabelAgreement::alpha)
                .containsOnly(one);
    }

    @Test
    void coders_who_guess_agree_about_as_often_as_chance() {
        SplittableRandom random = new SplittableRandom(5);
        List<CodedUnit> units = new ArrayList<>();
        for (int unit = 0; unit < 5_000; unit++) {
            units.add(
                    new CodedUnit("d" + unit % 200, List.of(random.nextInt(5), random.nextInt(5), random.nextInt(5))));
        }
        Agreement agreement = Agreement.of(FIVE, units, 1);
        assertThat(alpha(agreement)).isCloseTo(0, within(0.02));
        assertThat(agreement.observed().value().orElseThrow()).isCloseTo(0.2, within(0.02));
    }

    @Test
    void coders_who_always_differ_agree_less_than_chance() {
        assertThat(alpha(Agreement.of(FIVE, coded("1212", "2121"), 1))).isNegative();
    }

    @Test
    void one_label_throughout_has_no_alpha_though_everybody_agrees() {
        Agreement agreement = Agreement.of(FIVE, coded("111", "111"), 1);
        assertThat(agreement.observed().value()).hasValue(1);
        assertThat(agreement.alpha().value()).isEmpty();
        assertThat(agreement.alpha().interval()).isEmpty();
    }

    @Test
    void a_label_nobody_gave_has_no_alpha_and_counts_nothing() {
        Agreement.LabelAgreement third =
                Agreement.of(FIVE, coded("1212", "1211"), 1).labels().get(2);
        assertThat(third.given()).isZero();
        assertThat(third.alpha().value()).isEmpty();
    }

    @Test
    void a_label_is_set_against_the_rest() {
        Agreement agreement = Agreement.of(FIVE, coded("112233", "113322"), 1);
        assertThat(agreement.labels().get(0).alpha().value()).hasValue(1);
        assertThat(agreement.labels().get(1).alpha().value().orElseThrow()).isNegative();
        assertThat(agreement.labels().get(0).given()).isEqualTo(4);
    }

    @Test
    void units_of_one_coder_count_nothing() {
        Agreement agreement = Agreement.of(FIVE, coded("12", ".."), 1);
        assertThat(agreement.units()).isZero();
        assertThat(agreement.documents()).isZero();
        assertThat(agreement.observed().value()).isEmpty();
        assertThat(agreement.alpha().value()).isEmpty();
    }

    @Test
    void a_label_outside_the_facet_is_refused() {
        assertThatThrownBy(() -> Agreement.of(List.of("a", "b"), coded("13", "11"), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A label must be one of 2, counted from 0, but was 2");
    }

    @Test
    void many_coders_with_gaps_agree_with_numpy() {
        ReferenceValues expected = new ReferenceValues();
        Agreement agreement = Agreement.of(ReferenceValues.LABELS, ReferenceValues.codings(), 1);
        assertThat(agreement.units()).isEqualTo((int) expected.get("codings.units"));
        expected.check("codings.alpha", agreement.alpha().value());
        expected.check("codings.observed", agreement.observed().value());
        for (Agreement.LabelAgreement label : agreement.labels()) {
            expected.check("codings." + label.label() + ".alpha", label.alpha().value());
        }
    }
}
