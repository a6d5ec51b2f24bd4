package framing.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArticleSampleTest {
    private static List<Long> drawn(int size, int of, long seed) {
        ArticleSample sample = new ArticleSample(size, seed);
        IntStream.range(0, of).forEach(number -> sample.offer(new SampledArticle(number, "a" + number, "", "")));
        return sample.articles().stream().map(SampledArticle::number).toList();
    }

    @Test
    void fewer_articles_than_asked_for_are_all_there_in_order() {
        assertThat(drawn(5, 3, 1)).containsExactly(0L, 1L, 2L);
    }

    @Test
    void the_same_seed_draws_the_same_articles() {
        assertThat(drawn(5, 1000, 7)).hasSize(5).isSorted().isEqualTo(drawn(5, 1000, 7));
        assertThat(drawn(5, 1000, 7)).isNotEqualTo(drawn(5, 1000, 8));
    }

    @Test
    void the_last_article_is_drawn_as_often_as_the_first() {
        long first = IntStream.range(0, 2000)
                .filter(seed -> drawn(2, 10, seed).contains(0L))
                .count();
        long last = IntStream.range(0, 2000)
                .filter(seed -> drawn(2, 10, seed).contains(9L))
                .count();

        // Each has a chance of one in five: 400 of 2000, standard deviation 18.
        assertThat(first).isBetween(310L, 490L);
        assertThat(last).isBetween(310L, 490L);
    }
}
