package framing.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import framing.corpus.Article;
import framing.corpus.Document;
import framing.corpus.SentenceSplitter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryIndexTest {
    private static final SentenceSplitter SPLITTER = new SentenceSplitter();

    private final StoryIndex index = new StoryIndex();

    private static Article article(String id, String title, String text) {
        Document document = new Document(id, title, text, Map.of());
        return Article.of(document, SPLITTER.split(document));
    }

    private String storyOf(String id, String text) {
        return index.storyOf(id, StorySketch.of(article(id, "Of " + id, text)));
    }

    /** As many words by chance, in sentences. */
    private static List<String> words(int count, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> "w" + random.nextInt(50_000) + (i % 12 == 11 ? "." : ""))
                .toList();
    }

    private static String text(List<String> words) {
        return String.join(" ", words);
    }

    @Test
    void copies_have_the_id_of_the_first_and_others_their_own() {
        String agency = text(words(300, 1));

        assertThat(storyOf("a", agency)).isEqualTo("a");
        assertThat(storyOf("b", text(words(300, 2)))).isEqualTo("b");
        assertThat(storyOf("c", agency)).isEqualTo("a");
        assertThat(storyOf("d", agency.toUpperCase(Locale.ROOT).replace(" ", ",  ")))
                .isEqualTo("a");
    }

    @Test
    void an_agency_report_with_another_headline_a_line_more_and_words_changed_is_the_same_story() {
        List<String> words = new ArrayList<>(words(400, 3));
        assertThat(storyOf("first", text(words))).isEqualTo("first");
        words.set(100, "another");
        words.add("Reporting by our correspondent.");

        assertThat(storyOf("second", text(words))).isEqualTo("first");
    }

    /** With s the share of common runs of four words, 1 - (1 - s^8)^6 of the pairs are expected to be found. */
    @ParameterizedTest
    @CsvSource({"0.95, 0.97, 1.00", "0.80, 0.58, 0.76", "0.50, 0.00, 0.06", "0.20, 0.00, 0.01"})
    void pairs_are_found_as_often_as_the_formula_says(double similarity, double least, double most) {
        int pairs = 400;
        int length = 400;
        // Two texts that begin with the same k of n words share k of 2n - k runs.
        int common = (int) Math.round(2 * length * similarity / (1 + similarity));
        int found = 0;
        for (int pair = 0; pair < pairs; pair++) {
            List<String> first = words(length, 10 + 3L * pair);
            List<String> second = new ArrayList<>(first.subList(0, common));
            second.addAll(words(length - common, 11 + 3L * pair));
            StoryIndex two = new StoryIndex();
            two.storyOf("first", StorySketch.of(article("first", "", text(first))));
            found += two.storyOf("second", StorySketch.of(article("second", "", text(second))))
                            .equals("first")
                    ? 1
                    : 0;
        }
        assertThat((double) found / pairs).isBetween(least, most);
    }

    @Test
    void articles_without_words_or_with_few_are_stories_of_their_own_unless_equal() {
        assertThat(storyOf("a", "...")).isEqualTo("a");
        assertThat(storyOf("b", "...")).isEqualTo("b");
        assertThat(storyOf("c", "Two words")).isEqualTo("c");
        assertThat(storyOf("d", "Two words")).isEqualTo("c");
        assertThat(storyOf("e", "Three words here")).isEqualTo("e");
    }

    @Test
    void a_hundred_thousand_stories_are_kept_apart_and_found_again() {
        List<StorySketch> sketches = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            sketches.add(new StorySketch(random.longs(StorySketch.BANDS).toArray()));
        }
        Set<String> stories = new HashSet<>();
        for (int i = 0; i < sketches.size(); i++) {
            stories.add(index.storyOf("ü" + i, sketches.get(i)));
        }
        assertThat(stories).hasSize(sketches.size());
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, sketches.size()).boxed().toList());
        Collections.shuffle(order, random);
        for (int i : order.subList(0, 1000)) {
            assertThat(index.storyOf("copy", sketches.get(i))).isEqualTo("ü" + i);
        }
    }
}
