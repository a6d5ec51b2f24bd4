package framing.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text: units are in order, do not overlap, and leave out nothing but white space. */
class SentenceSplitterPropertyTest {
    private static final String[] PIECES = {
        "The army",
        "said",
        "on Monday",
        "Dr.",
        "U.S.",
        "5 p.m.",
        "J. K. Smith",
        "No. 2",
        "3.5",
        "talks.The",
        ".",
        "!",
        "?",
        "…",
        "...",
        ",",
        "\"",
        "“",
        "”",
        "‘",
        "’",
        "'",
        "(",
        ")",
        "[",
        "]",
        "•",
        "-",
        "–",
        " ",
        " ",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        "\u00A0",
        "\u2028",
        "\u0085",
        "\u200B",
        "\uFEFF",
        "\0",
        "🚚",
        "\uD83D",
        "\uDE9A",
        "قال",
        "؟",
        "他说。",
        "By Lena Ost",
        "Read more:",
        "(Reporting by A; Editing by B)",
        "AMRAN (Wire) -",
        "Photo: x",
        "https://wire.example/a.B",
        "1.",
        "a",
        "I",
        "É"
    };

    @Provide
    Arbitrary<String> newsLike() {
        return Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.strings().all().ofMaxLength(200);
    }

    @Property(tries = 3000)
    void news_like_texts_are_divided_without_loss(
            @ForAll("newsLike") String title, @ForAll("newsLike") String text, @ForAll boolean headlineInText) {
        assertDivided(new Document("d", title, text, headlineInText, Map.of()));
    }

    @Property(tries = 2000)
    void arbitrary_texts_are_divided_without_loss(
            @ForAll("anything") String title, @ForAll("anything") String text, @ForAll boolean headlineInText) {
        assertDivided(new Document("d", title, text, headlineInText, Map.of()));
    }

    private static void assertDivided(Document document) {
        List<Sentence> units = new SentenceSplitter().split(document);
        boolean titled = document.title().chars().anyMatch(c -> !Span.isWhite((char) c));
        if (titled) {
            assertCovered(document.title(), units.subList(0, 1));
            assertThat(units.get(0).role()).isEqualTo(Role.HEADLINE);
        }
        assertCovered(document.text(), units.subList(titled ? 1 : 0, units.size()));
        for (int i = 0; i < units.size(); i++) {
            assertThat(units.get(i).index()).isEqualTo(i);
        }
    }

    private static void assertCovered(String text, List<Sentence> units) {
        int position = 0;
        for (Sentence unit : units) {
            assertWhite(text, position, unit.start());
            assertThat(text.substring(unit.start(), unit.end()))
                    .isEqualTo(unit.text())
                    .isNotEmpty();
            assertThat(Span.isWhite(unit.text().charAt(0))).isFalse();
            assertThat(Span.isWhite(unit.text().charAt(unit.text().length() - 1)))
                    .isFalse();
            assertPairsWhole(text, unit);
            position = unit.end();
        }
        assertWhite(text, position, text.length());
    }

    private static void assertWhite(String text, int start, int end) {
        assertThat(start).isLessThanOrEqualTo(end);
        for (int i = start; i < end; i++) {
            assertThat(Span.isWhite(text.charAt(i))).as("character %d", i).isTrue();
        }
    }

    private static void assertPairsWhole(String text, Sentence unit) {
        boolean splitAtStart =
                unit.start() > 0 && Character.isSurrogatePair(text.charAt(unit.start() - 1), text.charAt(unit.start()));
        boolean splitAtEnd = unit.end() < text.length()
                && Character.isSurrogatePair(text.charAt(unit.end() - 1), text.charAt(unit.end()));
        assertThat(splitAtStart || splitAtEnd).isFalse();
    }
}
