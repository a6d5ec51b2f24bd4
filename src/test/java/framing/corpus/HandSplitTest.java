package framing.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The splitter against paragraphs split by hand, in hand-split.txt. */
class HandSplitTest {
    private static final String MARK = "¦";

    static List<String> paragraphs() throws IOException {
        try (InputStream in = HandSplitTest.class.getResourceAsStream("hand-split.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static List<String> split(String text) {
        return new SentenceSplitter()
                .split(new Document("d", "", text, Map.of())).stream()
                        .map(Sentence::text)
                        .toList();
    }

    private static List<String> expected(String paragraph) {
        return Arrays.stream(paragraph.split(MARK)).map(String::strip).toList();
    }

    @ParameterizedTest
    @MethodSource("paragraphs")
    void a_paragraph_is_split_as_by_hand(String paragraph) {
        assertThat(split(paragraph.replace(MARK, ""))).isEqualTo(expected(paragraph));
    }

    @Test
    void the_fixture_holds_more_than_sixty_paragraphs_and_a_hundred_units() throws IOException {
        assertThat(paragraphs()).hasSizeGreaterThan(60);
        assertThat(paragraphs().stream().flatMap(p -> Stream.of(p.split(MARK)))).hasSizeGreaterThan(100);
    }
}
