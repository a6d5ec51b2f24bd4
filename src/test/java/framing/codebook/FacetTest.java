package framing.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FacetTest {
    private static final Label NO = new Label("no", null, null, null, List.of("0", "false"), null);
    private static final Label YES = new Label("yes", null, null, null, List.of("1", "true"), null);
    private static final Facet LOADED = new Facet("loaded", null, List.of(NO, YES), null);

    @Test
    void a_label_is_found_by_its_id_and_by_its_aliases() {
        assertThat(LOADED.indexOf("no")).isZero();
        assertThat(LOADED.indexOf("0")).isZero();
        assertThat(LOADED.indexOf("yes")).isEqualTo(1);
        assertThat(LOADED.indexOf("true")).isEqualTo(1);
    }

    @Test
    void any_other_spelling_is_not_found() {
        assertThat(LOADED.indexOf("Yes")).isEqualTo(-1);
        assertThat(LOADED.indexOf("")).isEqualTo(-1);
        assertThat(LOADED.indexOf("2")).isEqualTo(-1);
    }

    @Test
    void an_alias_that_is_another_labels_id_is_refused() {
        Label other = new Label("maybe", null, null, null, List.of("yes"), null);

        assertThatThrownBy(() -> new Facet("loaded", "", List.of(YES, other), List.of()))
                .hasMessage("Facet \"loaded\" has an id or alias of label \"maybe\" twice");
    }

    @Test
    void names_that_are_blank_are_refused() {
        assertThatThrownBy(() -> new Facet(" ", "", List.of(NO, YES), List.of()))
                .hasMessageContaining("name");
        assertThatThrownBy(() -> Label.named(" ")).hasMessageContaining("id");
    }

    @Test
    void the_most_probable_label_is_the_prediction_and_the_earlier_of_two_that_are_equal() {
        assertThat(LabelDistribution.of(0.2f, 0.8f).mostProbable()).isEqualTo(1);
        assertThat(LabelDistribution.of(0.5f, 0.5f).mostProbable()).isZero();
    }

    @Test
    void a_prediction_is_asked_by_facet_and_label() {
        Codebook codebook = new Codebook("c", null, null, null, List.of(LOADED));
        Prediction prediction = new Prediction(codebook, Map.of("loaded", LabelDistribution.of(0.25f, 0.75f)));

        assertThat(prediction.label("loaded")).isEqualTo("yes");
        assertThat(prediction.probability("loaded")).isEqualTo(0.75f);
        assertThat(prediction.probability("loaded", "no")).isEqualTo(0.25f);
        assertThat(prediction.probability("loaded", "1")).isEqualTo(0.75f);
        assertThatThrownBy(() -> prediction.probability("loaded", "perhaps")).hasMessageContaining("[no, yes]");
        assertThatThrownBy(() -> prediction.label("voice")).hasMessageContaining("voice");
    }
}
