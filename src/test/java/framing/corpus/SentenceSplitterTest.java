package framing.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {
    private final SentenceSplitter splitter = new SentenceSplitter();

    private List<Sentence> split(String title, String text) {
        return splitter.split(new Document("d", title, text, Map.of()));
    }

    private List<Sentence> splitFile(String text) {
        return splitter.split(new Document("d", "", text, true, Map.of()));
    }

    private List<String> texts(String text) {
        return split("", text).stream().map(Sentence::text).toList();
    }

    /** Each unit as its role's first letter and its text. */
    private static List<String> described(List<Sentence> units) {
        return units.stream()
                .map(unit -> unit.role().name().charAt(0) + " " + unit.text())
                .toList();
    }

    private Role roleInArticle(String line) {
        String text = "The army entered the town on Monday.\n\n" + line + "\n\nIt met no resistance there.";
        List<Sentence> units = split("Army enters town", text);
        assertThat(units).as(line).hasSize(4);
        return units.get(2).role();
    }

    @Test
    void the_title_is_the_headline_with_offsets_into_the_title() {
        assertThat(split(" Ford reopened. At last ", "Cars cross."))
                .containsExactly(
                        new Sentence("d", 0, Role.HEADLINE, 1, 23, "Ford reopened. At last"),
                        new Sentence("d", 1, Role.BODY, 0, 11, "Cars cross."));
    }

    @Test
    void a_text_that_repeats_the_title_keeps_both() {
        assertThat(described(split("Ford reopened", "Ford reopened\n\nCars cross.")))
                .containsExactly("H Ford reopened", "H Ford reopened", "B Cars cross.");
    }

    @Test
    void the_first_line_of_a_text_file_is_its_headline() {
        List<Sentence> units = splitFile("\r\n  Ford reopened. At last\r\n\r\nCars cross. Boats wait.\r\n");

        assertThat(described(units)).containsExactly("H Ford reopened. At last", "B Cars cross.", "B Boats wait.");
        assertThat(units.get(0).start()).isEqualTo(4);
    }

    @Test
    void a_wrapped_text_file_without_headline_has_none() {
        assertThat(splitFile("The army said on Monday that it had\ntaken the ford.\n\nCars cross."))
                .extracting(Sentence::role)
                .containsOnly(Role.BODY);
    }

    @Test
    void an_empty_document_has_no_units() {
        assertThat(split("", "")).isEmpty();
        assertThat(split(" \u00A0", "\n\t\u2003\n")).isEmpty();
    }

    @Test
    void a_blank_line_and_a_line_end_both_end_a_paragraph() {
        assertThat(texts("No stop here\n\nnor here\r\nand Here\rLast"))
                .containsExactly("No stop here", "nor here", "and Here", "Last");
    }

    @Test
    void hard_wrapped_lines_are_joined_and_their_line_ends_kept_in_the_text() {
        String text = """
                The army said on Monday that it had taken the northern
                district after a week of fighting. Residents spoke of
                heavy shelling, and aid workers counted at least forty
                houses burned.
                The ministry gave no figures. A spokesman promised that
                they would follow on Friday.
                """;

        assertThat(texts(text))
                .containsExactly(
                        "The army said on Monday that it had taken the northern\ndistrict after a week of fighting.",
                        "Residents spoke of\nheavy shelling, and aid workers counted at least forty\nhouses burned.",
                        "The ministry gave no figures.",
                        "A spokesman promised that\nthey would follow on Friday.");
    }

    @Test
    void a_line_in_mid_sentence_goes_on_when_the_next_begins_in_lower_case() {
        assertThat(texts("The governor told the Northern Wire\nthat the ford was open.\nHe left."))
                .containsExactly("The governor told the Northern Wire\nthat the ford was open.", "He left.");
    }

    @Test
    void bullets_begin_units_on_lines_and_within_them() {
        assertThat(texts("The terms:\n• Open the ford\n• Free the crew\n- Pay the fine"))
                .containsExactly("The terms:", "• Open the ford", "• Free the crew", "- Pay the fine");
        assertThat(texts("The terms: • Open the ford. • Free the crew"))
                .containsExactly("The terms:", "• Open the ford.", "• Free the crew");
    }

    @Test
    void a_short_line_between_paragraphs_is_a_subhead() {
        assertThat(roleInArticle("‘Like a ghost town’")).isEqualTo(Role.SUBHEAD);
        assertThat(roleInArticle("What the accord says")).isEqualTo(Role.SUBHEAD);
        assertThat(roleInArticle("3 villages in question")).isEqualTo(Role.SUBHEAD);
    }

    @Test
    void a_line_with_closing_punctuation_or_at_the_end_is_no_subhead() {
        assertThat(roleInArticle("Nobody came.")).isEqualTo(Role.BODY);
        assertThat(roleInArticle("The terms:")).isEqualTo(Role.BODY);
        assertThat(split("", "Cars cross.\n\nBoats wait").get(1).role()).isEqualTo(Role.BODY);
        assertThat(split("", "First line\n\nCars cross.").get(0).role()).isEqualTo(Role.BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Photo: Lena Ost",
                "FILE PHOTO: A truck waits at the ford, Jan. 3, 2024. Northern Wire/Lena Ost",
                "Image caption The ferry was moored below the mill",
                "Image source, L. Ost",
                "A truck waits at the ford on Monday. (Image: Northern Wire)",
                "A truck waits at the ford. [Lena Ost/Northern Wire]",
                "Image credit: Lena Ost",
                "Video: the ford at dawn",
                "Trucks wait. REUTERS/Lena Ost",
                "(Photo by Lena Ost)",
                "Trucks wait at the ford. Lena Ost/Getty Images"
            })
    void what_describes_a_picture_is_a_caption(String line) {
        assertThat(roleInArticle(line)).isEqualTo(Role.CAPTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Read more: Who owns the ford?",
                "READ ALSO | The ford in pictures",
                "Related articles",
                "Related: The ford in pictures",
                "You may also like",
                "By Lena Ost",
                "By Lena Ost and Amal bin Said, Northern Wire",
                "BY LENA OST",
                "By Lena Ost in Amran",
                "(Reporting by Lena Ost; Editing by Ivo Lund)",
                "Additional reporting by Ivo Lund",
                "Sign up for our morning newsletter.",
                "Subscribe to our channel",
                "Share this article",
                "Follow us on Telegram",
                "Follow Northern Wire on Facebook.",
                "Copyright 2024 Northern Wire. All rights reserved.",
                "© Northern Wire",
                "Tags: ford, army, accord",
                "Advertisement",
                "Article continues below",
                "Skip to content",
                "Home | World | Politics | Sport",
                "Published 3 March 2024 at 10:15",
                "March 3, 2024",
                "4 min read",
                "https://wire.example/ford",
                "#ford #accord",
                "AMRAN (Northern Wire) -",
                "NEW HALVEN, Jan. 5 (Northern Wire)",
                "* * *",
                "ENDS"
            })
    void what_an_outlet_writes_around_an_article_is_boilerplate(String line) {
        assertThat(roleInArticle(line)).isEqualTo(Role.BOILERPLATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "By Monday the army had left.",
                "Share prices fell by a third.",
                "Published in 2019, the report named 40 officers.",
                "A Reuters/Ipsos poll found little support.",
                "Support was thin in a Reuters/Ipsos poll.",
                "Photographs of the ford went round the world.",
                "Read aloud in court, the letter moved many.",
                "More on the list than off it came home.",
                "The ministry (source of the figure) was silent.",
                "Advertisements for the army are everywhere in the town these days.",
                "May 2024 was the hottest month the town had known.",
                "AMRAN (Northern Wire) - The army has left."
            })
    void prose_that_begins_like_boilerplate_is_body(String line) {
        assertThat(roleInArticle(line)).isEqualTo(Role.BODY);
    }

    @Test
    void a_credit_at_the_end_of_a_paragraph_is_a_unit_of_its_own() {
        assertThat(described(split("", "The army left. (Reporting by Lena Ost; Editing by Ivo Lund)")))
                .containsExactly("B The army left.", "B (Reporting by Lena Ost; Editing by Ivo Lund)");
        assertThat(split("", "The army left. (Reporting by Lena Ost; Editing by Ivo Lund)"))
                .extracting(Sentence::role)
                .containsExactly(Role.BODY, Role.BOILERPLATE);
        assertThat(split("", "The army left. Nobody cheered. Sign up for our newsletter."))
                .extracting(Sentence::role)
                .containsExactly(Role.BODY, Role.BODY, Role.BOILERPLATE);
    }

    @Test
    void five_megabytes_on_one_line_are_split_in_seconds() {
        String prose = "The U.S. envoy said \"no\" to Gen. Nour at 5 p.m. and left. ".repeat(86_000);

        Assertions.assertTimeout(
                Duration.ofSeconds(20), () -> assertThat(split("", prose)).hasSize(86_000));
    }

    @Test
    void no_repeated_mark_takes_quadratic_time() {
        for (String piece : List.of(
                "word ", ". ", ".", "\"", "(", ".) ", "a.B", "… ", "! \"", "• ", "1. ", "\n", "A\n", "He left.)” ")) {
            String text = piece.repeat(500_000 / piece.length());
            Assertions.assertTimeout(Duration.ofSeconds(10), () -> split("", text), piece);
        }
    }

    @Test
    void offsets_lead_back_to_the_unit() {
        String text = "AMRAN - Cars cross.He waits. “No,” she said.\n\nRead more: x\n🚚 Trucks. 🚚";
        assertThat(split("T", text).stream().skip(1))
                .allSatisfy(unit ->
                        assertThat(text.substring(unit.start(), unit.end())).isEqualTo(unit.text()));
        assertThat(split("T", text)).extracting(Sentence::index).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void marks_alone_are_no_sentence_of_their_own() {
        assertThat(texts("They fled. ! ! Nobody came. ...")).containsExactly("They fled. ! !", "Nobody came. ...");
        assertThat(Arrays.asList("...", "\"", "!?"))
                .allSatisfy(marks -> assertThat(texts(marks)).containsExactly(marks));
    }

    @Test
    void a_long_article_keeps_the_order_of_its_units() {
        String text = List.of("Cars cross. Boats wait.", "The ford", "Nobody came. Nobody left.").stream()
                .collect(Collectors.joining("\n\n"));
        assertThat(described(split("", text)))
                .containsExactly("B Cars cross.", "B Boats wait.", "S The ford", "B Nobody came.", "B Nobody left.");
    }
}
