package framing.report;

import static org.assertj.core.api.Assertions.assertThat;

import framing.corpus.TableRow;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoredFacetTest {
    private static TableRow row(Map<String, String> cells) {
        return new TableRow("scores.csv", 2, cells);
    }

    @Test
    void any_teams_facets_are_found_by_the_names_of_columns() {
        List<ScoredFacet> facets = ScoredFacet.in(List.of(
                "doc_id",
                "tone",
                "tone_probability",
                "tone_of",
                "tone_of_probability",
                "p_tone_warm",
                "p_tone_cold",
                "p_tone_of_x",
                "p_tone_of_y",
                "frame",
                "p_frame_moral",
                "p_frame_economic",
                "outlet"));

        assertThat(facets).extracting(ScoredFacet::name).containsExactly("tone", "tone_of", "frame");
        assertThat(facets.get(0).codes()).containsExactly("warm", "cold");
        assertThat(facets.get(1).codes()).containsExactly("x", "y");
    }

    @Test
    void a_code_that_no_column_names_is_added_as_it_is_met() {
        ScoredFacet tone = ScoredFacet.in(List.of("tone", "tone_probability")).get(0);

        assertThat(tone.code(row(Map.of("tone", "warm")))).isZero();
        assertThat(tone.code(row(Map.of("tone", "cold")))).isEqualTo(1);
        assertThat(tone.code(row(Map.of("tone", " ")))).isEqualTo(ScoredFacet.NO_CODE);
        assertThat(tone.codes()).containsExactly("warm", "cold");
    }

    @Test
    void a_column_of_numbers_that_looks_like_a_facet_does_not_fill_the_memory() {
        ScoredFacet rain = ScoredFacet.in(List.of("rain", "rain_probability")).get(0);

        IntStream.range(0, 1000).forEach(i -> rain.code(row(Map.of("rain", "0." + i))));

        assertThat(rain.codes()).hasSize(41).contains("(other)");
    }

    @Test
    void a_probability_is_read_from_the_codes_own_column_where_there_is_no_other() {
        ScoredFacet tone =
                ScoredFacet.in(List.of("tone", "p_tone_warm", "p_tone_cold")).get(0);

        assertThat(tone.probability(row(Map.of("tone", "cold", "p_tone_cold", "0.7"))))
                .hasValue(0.7);
        assertThat(tone.probability(row(Map.of("tone", "cold", "p_tone_cold", "n/a"))))
                .isEmpty();
    }
}
