package framing.training;

import static org.assertj.core.api.Assertions.assertThat;

import framing.codebook.LabelDistribution;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfidentLearningTest {
    /** Mean probability of label 0 among its units: (.9 + .8 + .1) / 3 = .6; of label 1: (.7 + .5) / 2 = .6. */
    private static final List<Integer> GIVEN = List.of(0, 0, 0, 1, 1);

    private static final List<LabelDistribution> SAID = List.of(
            LabelDistribution.of(.9f, .1f),
            LabelDistribution.of(.8f, .2f),
            LabelDistribution.of(.1f, .9f),
            LabelDistribution.of(.3f, .7f),
            LabelDistribution.of(.5f, .5f));

    private final ConfidentLearning confident = new ConfidentLearning(GIVEN, SAID, 2);

    @Test
    void a_label_is_suspected_where_another_reaches_its_threshold() {
        assertThat(confident.instead(0, LabelDistribution.of(.1f, .9f))).hasValue(1);
        assertThat(confident.instead(0, LabelDistribution.of(.38f, .62f))).hasValue(1);
    }

    @Test
    void a_model_that_is_less_sure_than_usual_suspects_nothing() {
        assertThat(confident.instead(0, LabelDistribution.of(.42f, .58f))).isEmpty();
    }

    @Test
    void a_label_that_the_model_shares_is_not_suspected() {
        assertThat(confident.instead(1, LabelDistribution.of(.1f, .9f))).isEmpty();
    }

    @Test
    void a_label_that_the_model_thinks_likelier_is_not_suspected_for_one_it_never_recognises() {
        var rare = new ConfidentLearning(
                List.of(0, 1), List.of(LabelDistribution.of(.9f, .1f), LabelDistribution.of(.9f, .1f)), 2);

        assertThat(rare.instead(0, LabelDistribution.of(.85f, .15f))).isEmpty();
    }

    @Test
    void of_several_confident_labels_the_most_probable_counts() {
        var three = new ConfidentLearning(
                List.of(0, 1, 2),
                List.of(
                        LabelDistribution.of(.4f, .3f, .3f),
                        LabelDistribution.of(.3f, .4f, .3f),
                        LabelDistribution.of(.3f, .3f, .4f)),
                3);

        assertThat(three.instead(2, LabelDistribution.of(.45f, .5f, .05f))).hasValue(1);
        assertThat(three.instead(1, LabelDistribution.of(.45f, .5f, .05f))).isEmpty();
    }

    @Test
    void a_label_that_nobody_gave_is_never_suggested() {
        var confidentOfTwo = new ConfidentLearning(
                List.of(0, 1), List.of(LabelDistribution.of(.8f, .1f, .1f), LabelDistribution.of(.1f, .8f, .1f)), 3);

        assertThat(confidentOfTwo.instead(0, LabelDistribution.of(0, 0, 1))).isEmpty();
    }
}
