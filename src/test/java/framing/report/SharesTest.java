package framing.report;

import static org.assertj.core.api.Assertions.assertThat;

import framing.evaluation.Bootstrap;
import framing.evaluation.DocumentCounts;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SharesTest {
    private static Shares of(List<int[]> documents) {
        return Shares.of("group", documents, counts -> counts, 2, 1);
    }

    @Test
    void a_share_is_of_sentences_and_its_interval_over_articles() {
        Shares shares = of(List.of(new int[] {3, 1}, new int[] {0, 2}, new int[] {1, 1}, new int[] {2}));

        assertThat(shares.documents()).isEqualTo(4);
        assertThat(shares.sentences()).isEqualTo(10);
        assertThat(shares.codes().get(0).value()).hasValue(0.6);
        assertThat(shares.codes().get(0).interval()).hasValueSatisfying(interval -> {
            assertThat(interval.low()).isBetween(0.0, 0.35);
            assertThat(interval.high()).isBetween(0.75, 1.0);
        });
    }

    @Test
    void one_article_has_shares_and_no_interval() {
        assertThat(of(List.of(new int[] {3, 1})).codes().get(0).value()).hasValue(0.75);
        assertThat(of(List.of(new int[] {3, 1})).codes().get(0).interval()).isEmpty();
    }

    @Test
    void a_code_that_is_never_found_has_no_interval_that_would_look_certain() {
        Shares shares = of(List.of(new int[] {3}, new int[] {2}, new int[] {1}));

        assertThat(shares.codes().get(1).value()).hasValue(0);
        assertThat(shares.codes().get(1).interval()).isEmpty();
    }

    @Test
    void articles_without_a_coded_sentence_do_not_count() {
        assertThat(of(List.of(new int[] {0, 0}, new int[] {1})).documents()).isEqualTo(1);
        assertThat(of(List.of()).codes().get(0).value()).isEmpty();
    }

    @Test
    void counts_given_as_rows_are_resampled_as_counts_added_one_by_one() {
        DocumentCounts.Builder builder = DocumentCounts.ofWidth(2);
        List<int[]> rows = List.of(new int[] {3, 1}, new int[] {0, 2}, new int[] {1});
        for (int document = 0; document < rows.size(); document++) {
            for (int cell = 0; cell < rows.get(document).length; cell++) {
                if (rows.get(document)[cell] > 0) {
                    builder.add("d" + document, cell, rows.get(document)[cell]);
                }
            }
        }

        assertThat(estimate(DocumentCounts.of(2, rows))).isEqualTo(estimate(builder.build()));
    }

    private static Object estimate(DocumentCounts counts) {
        return Bootstrap.ofDocuments(counts, sums -> sums, 3, 100)
                .estimate(sums -> OptionalDouble.of(sums[0] / (sums[0] + sums[1])));
    }
}
