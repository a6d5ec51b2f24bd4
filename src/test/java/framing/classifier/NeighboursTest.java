package framing.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NeighboursTest {
    private static final float[][] ARTICLE = {{1, 2}, {3, 4}, {5, 6}};

    @Test
    void a_unit_stands_between_the_one_before_and_the_one_after() {
        Neighbours neighbours = new Neighbours(1);

        assertThat(neighbours.features(2)).isEqualTo(6);
        assertThat(neighbours.features(ARTICLE, 1)).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void beyond_the_ends_of_the_article_there_are_zeros() {
        assertThat(new Neighbours(1).features(ARTICLE, 0)).containsExactly(0, 0, 1, 2, 3, 4);
        assertThat(new Neighbours(2).features(ARTICLE, 2)).containsExactly(1, 2, 3, 4, 5, 6, 0, 0, 0, 0);
    }

    @Test
    void without_reach_a_unit_is_alone() {
        assertThat(new Neighbours(0).features(ARTICLE, 1)).containsExactly(3, 4);
    }

    @Test
    void a_reach_below_nought_or_beyond_three_is_refused() {
        assertThatThrownBy(() -> new Neighbours(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new Neighbours(4)).hasMessageContaining("4");
    }
}
