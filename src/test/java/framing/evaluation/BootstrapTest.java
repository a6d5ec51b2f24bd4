package framing.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    /** The share of the first of two cells. */
    private static OptionalDouble share(double[] counts) {
        double whole = counts[0] + counts[1];
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(counts[0] / whole);
    }

    /** Documents of {@code size} units that are all in the first cell or all in the second, by turns. */
    private static DocumentCounts alternating(int documents, int size) {
        DocumentCounts.Builder counts = DocumentCounts.ofWidth(2);
        for (int document = 0; document < documents; document++) {
            for (int unit = 0; unit < size; unit++) {
                counts.add("d" + document, document % 2, 1);
            }
        }
        return counts.build();
    }

    private static Estimate share(DocumentCounts counts, long seed) {
        return Bootstrap.ofDocuments(counts, sums -> sums, seed, Bootstrap.RESAMPLES)
                .estimate(BootstrapTest::share);
    }

    @Test
    void counts_add_up_over_units_and_documents() {
        DocumentCounts counts = alternating(3, 2);
        assertThat(counts.documents()).isEqualTo(3);
        assertThat(counts.total()).containsExactly(4, 2);
    }

    @Test
    void one_document_has_a_value_but_no_interval() {
        Estimate estimate = share(alternating(1, 5), 1);
        assertThat(estimate.value()).hasValue(1);
        assertThat(estimate.interval()).isEmpty();
    }

    @Test
    void without_documents_there_is_neither_value_nor_interval() {
        Estimate estimate = share(alternating(0, 5), 1);
        assertThat(estimate.value()).isEmpty();
        assertThat(estimate.interval()).isEmpty();
    }

    @Test
    void documents_that_are_all_alike_leave_no_room() {
        DocumentCounts.Builder counts = DocumentCounts.ofWidth(2);
        for (int document = 0; document < 5; document++) {
            counts.add("d" + document, 0, 1);
            counts.add("d" + document, 1, 3);
        }
        assertThat(share(counts.build(), 1).interval()).hasValue(new Interval(0.25, 0.25));
    }

    @Test
    void the_interval_of_a_share_is_that_of_the_binomial_over_documents() {
        Interval interval = share(alternating(100, 1), 1).interval().orElseThrow();
        assertThat(interval.low()).isCloseTo(0.5 - 1.96 * 0.05, within(0.02));
        assertThat(interval.high()).isCloseTo(0.5 + 1.96 * 0.05, within(0.02));
    }

    @Test
    void more_sentences_in_the_same_documents_do_not_narrow_the_interval() {
        assertThat(share(alternating(100, 30), 1)).isEqualTo(share(alternating(100, 1), 1));
    }

    @Test
    void the_same_seed_gives_the_same_interval_and_another_seed_another() {
        DocumentCounts counts = alternating(101, 1);
        assertThat(share(counts, 7)).isEqualTo(share(counts, 7));
        assertThat(share(counts, 7)).isNotEqualTo(share(counts, 8));
    }

    @Test
    void the_order_of_units_does_not_matter() {
        DocumentCounts.Builder forwards = DocumentCounts.ofWidth(2);
        DocumentCounts.Builder backwards = DocumentCounts.ofWidth(2);
        for (int i = 0; i < 20; i++) {
            forwards.add("d" + i % 7, i % 2, 1);
            backwards.add("d" + (19 - i) % 7, (19 - i) % 2, 1);
        }
        assertThat(share(forwards.build(), 3)).isEqualTo(share(backwards.build(), 3));
    }

    /** Documents of which only the first {@code bearing} hold anything. */
    private static Estimate rare(int bearing) {
        DocumentCounts.Builder counts = DocumentCounts.ofWidth(3);
        for (int document = 0; document < 50; document++) {
            counts.add("d" + document, document < bearing ? 0 : 2, 1);
        }
        return share(counts.build(), 1);
    }

    @Test
    void a_statistic_that_two_documents_bear_on_has_no_interval() {
        assertThat(rare(2).value()).hasValue(1);
        assertThat(rare(2).interval()).isEmpty();
        assertThat(rare(3).interval()).hasValue(new Interval(1, 1));
    }

    @Test
    void percentiles_are_linear_between_values() {
        double[] values = {4, 2, 0, 1, 3};
        Interval interval = Interval.covering(values);
        assertThat(interval.low()).isCloseTo(0.1, within(1e-12));
        assertThat(interval.high()).isCloseTo(3.9, within(1e-12));
        assertThat(Interval.covering(new double[] {5})).isEqualTo(new Interval(5, 5));
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> new Interval(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Bootstrap.ofDocuments(alternating(2, 1), sums -> sums, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DocumentCounts.ofWidth(2).add("d", 2, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
