package framing.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import framing.UserFacingException;
import framing.classifier.TinyModels;
import framing.codebook.Codebook;
import framing.codebook.Facet;
import framing.codebook.Label;
import framing.codebook.LabelDistribution;
import framing.codebook.Prediction;
import framing.corpus.Role;
import framing.corpus.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreColumnsTest {
    private static Codebook codebook(String facet, String... labels) {
        List<Label> all = Arrays.stream(labels).map(Label::named).toList();
        return new Codebook("c", null, null, null, List.of(new Facet(facet, "", all, List.of())));
    }

    private static List<String> names(ScoreColumns columns) {
        return columns.columns().stream().map(OutputColumn::name).toList();
    }

    @Test
    void the_sentence_comes_first_then_codes_then_probabilities_then_what_is_carried_then_the_model() {
        ScoreColumns columns = new ScoreColumns(TinyModels.CODEBOOK, "m@1", List.of("outlet", "date"), false);

        assertThat(names(columns))
                .containsExactly(
                        "doc_id",
                        "sentence_index",
                        "role",
                        "start",
                        "end",
                        "text",
                        "voice",
                        "voice_probability",
                        "loaded",
                        "loaded_probability",
                        "p_voice_official",
                        "p_voice_rebel",
                        "p_voice_outlet",
                        "p_loaded_no",
                        "p_loaded_yes",
                        "outlet",
                        "date",
                        "model");
        assertThat(columns.renamed()).isEmpty();
    }

    @Test
    void the_cells_of_a_row_stand_under_their_columns() {
        ScoreColumns columns = new ScoreColumns(TinyModels.CODEBOOK, "m@1", List.of("outlet", "role"), false);
        Prediction prediction = new Prediction(
                TinyModels.CODEBOOK,
                Map.of(
                        "voice", LabelDistribution.of(0.25f, 0.5f, 0.25f),
                        "loaded", LabelDistribution.of(0.75f, 0.25f)));

        Map<String, Object> cells = columns.cells(new ScoredSentence(
                new Sentence("d", 3, Role.CAPTION, 40, 44, "Text"), "", prediction, Map.of("role", "editor")));

        assertThat(List.copyOf(cells.keySet())).isEqualTo(names(columns));
        assertThat(cells)
                .containsEntry("sentence_index", 3)
                .containsEntry("role", "caption")
                .containsEntry("start", 40)
                .containsEntry("voice", "rebel")
                .containsEntry("voice_probability", Probability.of(0.5f))
                .containsEntry("p_loaded_no", Probability.of(0.75f))
                .containsEntry("outlet", "")
                .containsEntry("input_role", "editor")
                .containsEntry("model", "m@1");
    }

    @Test
    void a_carried_column_whose_name_is_taken_is_renamed() {
        ScoreColumns columns = new ScoreColumns(
                TinyModels.CODEBOOK, "m@1", List.of("role", "input_role", "model", "voice", "p_voice_rebel"), false);

        assertThat(columns.renamed())
                .containsExactly(
                        Map.entry("role", "input_role"),
                        Map.entry("input_role", "input_input_role"),
                        Map.entry("model", "input_model"),
                        Map.entry("voice", "input_voice"),
                        Map.entry("p_voice_rebel", "input_p_voice_rebel"));
        assertThat(names(columns)).doesNotHaveDuplicates();
    }

    @Test
    void case_does_not_make_another_name() {
        ScoreColumns columns = new ScoreColumns(TinyModels.CODEBOOK, "m@1", List.of("Text", "Outlet", "outlet"), false);

        assertThat(columns.renamed())
                .containsExactly(Map.entry("Text", "input_Text"), Map.entry("outlet", "input_outlet"));
    }

    @Test
    void stories_have_a_column_where_they_are_asked_for() {
        assertThat(names(new ScoreColumns(TinyModels.CODEBOOK, "m@1", List.of("story_id"), true)))
                .containsSubsequence("text", "story_id", "voice", "input_story_id", "model");
        assertThat(names(new ScoreColumns(TinyModels.CODEBOOK, "m@1", List.of("story_id"), false)))
                .containsOnlyOnce("story_id")
                .doesNotContain("input_story_id");
    }

    @Test
    void a_facet_named_like_a_column_of_the_output_is_refused() {
        for (String name : List.of("role", "text", "model")) {
            assertThatThrownBy(() -> new ScoreColumns(codebook(name, "a", "b"), "m@1", List.of(), false))
                    .isInstanceOf(UserFacingException.class)
                    .hasMessage("The codebook would give scored output two columns named " + name + ".");
        }
    }

    @Test
    void facets_whose_columns_would_have_one_name_are_refused() {
        Facet one = codebook("a", "b_c", "x").facets().get(0);
        Facet two = codebook("a_b", "c", "y").facets().get(0);
        Codebook both = new Codebook("c", null, null, null, List.of(one, two));

        assertThatThrownBy(() -> new ScoreColumns(both, "m@1", List.of(), false))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("p_a_b_c");
    }
}
