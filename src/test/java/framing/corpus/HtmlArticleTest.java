package framing.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles out of pages, invented ones. */
class HtmlArticleTest {
    private static final String FIRST =
            "The ford at Amran reopened to lorries on Monday after eleven days, and by noon the"
                    + " queue on the eastern bank had reached the grain store.";
    private static final String SECOND =
            "\"We slept in the cab,\" said Lina Farouk, a driver from the coast. \"Nobody told"
                    + " us when the water would fall, and nobody brought bread.\"";
    private static final String THIRD =
            "The provincial government said that a bridge would be built before the next rains;"
                    + " it had said the same in each of the last four years.";
    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html><head>
            <meta charset="utf-8">
            <title>Ford at Amran reopens | Northern Wire</title>
            <meta property="og:title" content="Ford at Amran reopens">
            <meta property="article:published_time" content="2024-03-04T09:30:00Z">
            <link rel="canonical" href="https://northern.example/ford">
            <script>var tracked = "Subscribe to our newsletter, dear reader, for it is very long and very good.";</script>
            </head><body>
            <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>
            <div class="sidebar"><h3>Most read</h3><ul><li><a href="/1">Ten things to know about rain</a></li></ul></div>
            <article class="story">
            <h1>Ford at Amran <em>reopens</em></h1>
            <div class="story-body">
            <p>%s</p>
            <p>%s</p>
            <h2>A promise</h2>
            <p>%s</p>
            <p>%s</p>
            </div>
            </article>
            <div class="comments"><p>Reader one: first!</p></div>
            <footer><p>Copyright Northern Wire. All rights reserved.</p></footer>
            </body></html>
            """.formatted(FIRST, SECOND.replace("\"", "&quot;"), THIRD, FIRST.replace("Monday", "Tuesday"));

    @TempDir
    Path folder;

    private List<Row<Document>> rows(String name, String html, Charset charset) throws IOException {
        Path file = Files.write(folder.resolve(name), html.getBytes(charset));
        List<Row<Document>> rows = new ArrayList<>();
        try (RowSource<Document> source = CorpusReader.of(file).documents()) {
            source.forEachRemaining(rows::add);
        }
        return rows;
    }

    private Document article(String html) throws IOException {
        return ((Row.Read<Document>)
                        rows("page.html", html, StandardCharsets.UTF_8).get(0))
                .value();
    }

    private String rejection(String html) throws IOException {
        return ((Row.Rejected<Document>)
                        rows("page.html", html, StandardCharsets.UTF_8).get(0))
                .reason();
    }

    @Test
    void body_headline_date_and_address_are_taken_and_the_rest_left() throws IOException {
        Document document = article(PAGE);

        assertThat(document.id()).isEqualTo("page.html");
        assertThat(document.title()).isEqualTo("Ford at Amran reopens");
        assertThat(document.carried())
                .containsExactly(
                        Map.entry("date", "2024-03-04T09:30:00Z"), Map.entry("url", "https://northern.example/ford"));
        assertThat(document.text().split("\n\n"))
                .contains(FIRST, SECOND, "A promise", THIRD)
                .noneMatch(line -> line.matches(".*(Subscribe|Most read|first!|rights reserved|World).*"));
    }

    @Test
    void the_splitter_finds_the_headline_once_and_the_subhead() throws IOException {
        List<Sentence> units = new SentenceSplitter().split(article(PAGE));

        assertThat(units)
                .filteredOn(unit -> unit.role() == Role.SUBHEAD)
                .extracting(Sentence::text)
                .containsExactly("A promise");
        assertThat(units.get(0).role()).isEqualTo(Role.HEADLINE);
        assertThat(units).filteredOn(unit -> unit.role() == Role.BODY).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void a_date_in_linked_data_or_a_time_element_is_found() throws IOException {
        String without = PAGE.replaceAll("<meta property=\"article[^>]*>", "");

        assertThat(article(without).carried()).doesNotContainKey("date");
        assertThat(article(
                                without.replace(
                                        "</head>",
                                        "<script type=\"application/ld+json\">{\"@graph\":[{\"datePublished\":\"2024-03-05\"}]}</script></head>"))
                        .carried())
                .containsEntry("date", "2024-03-05");
        assertThat(article(without.replace("</h1>", "</h1><time datetime=\"2024-03-06\">6 March</time>"))
                        .carried())
                .containsEntry("date", "2024-03-06");
        assertThat(article(without.replace("</head>", "<script type=\"application/ld+json\">{\"broken</script></head>"))
                        .carried())
                .doesNotContainKey("date");
    }

    @Test
    void a_page_with_one_short_article_is_read() throws IOException {
        Document document = article("<html><head><title>Rain</title></head><body><a href='/'>Home</a><article><h1>Rain"
                + " stops play</h1><p>" + THIRD + "</p></article></body></html>");

        assertThat(document.title()).isEqualTo("Rain stops play");
        assertThat(document.text()).isEqualTo(THIRD); // the headline within the article is not there twice
    }

    @Test
    void a_page_without_an_article_is_rejected_and_says_so() throws IOException {
        String links = "<li><a href='/x'>Ten things to know about the rain in the north this spring</a></li>";

        assertThat(rejection("<html><body><ul>" + links.repeat(40) + "</ul></body></html>"))
                .isEqualTo("no article was found in the page");
        assertThat(rejection("<html><body><form><label>Name</label><input></form></body></html>"))
                .isEqualTo("no article was found in the page");
        assertThat(rejection("this is no page")).isEqualTo("no article was found in the page");
    }

    @Test
    void a_charset_that_the_page_declares_counts_where_its_bytes_are_no_utf_8() throws IOException {
        Charset greek = Charset.forName("ISO-8859-7");
        String html = PAGE.replace("utf-8", "ISO-8859-7").replace("the coast", "Θεσσαλονίκη");
        Row<Document> row = rows("page.htm", html, greek).get(0);

        assertThat(((Row.Read<Document>) row).value().text()).contains("a driver from Θεσσαλονίκη.");
        Row<Document> mistaken = rows("page.htm", html, StandardCharsets.UTF_8).get(0);
        assertThat(((Row.Read<Document>) mistaken).value().text()).contains("a driver from Θεσσαλονίκη.");
    }

    @Test
    void text_that_is_not_shown_is_no_text_and_breaks_are() throws IOException {
        Document document = article(PAGE.replace(
                FIRST,
                FIRST + "<script>alert(1)</script><style>p {color: red}</style><br>Second&nbsp;line &amp; more."));

        assertThat(document.text()).contains(FIRST + "\n\nSecond line & more.").doesNotContain("alert", "color");
    }

    @Test
    void half_of_a_surrogate_pair_becomes_a_replacement_character() throws IOException {
        assertThat(article(PAGE.replace("the coast", "the &#xD83D; coast")).text())
                .contains("a driver from the \uFFFD coast.")
                .contains(THIRD);
    }

    @Test
    void a_page_nested_three_hundred_deep_is_read() throws IOException {
        assertThat(article("<div>".repeat(300) + PAGE + "</div>".repeat(300)).text())
                .contains(FIRST, THIRD);
    }

    @Test
    void a_page_nested_or_strewn_without_end_is_rejected_at_once_and_says_so() {
        String deep = "<div>".repeat(20_000) + PAGE + "</div>".repeat(20_000);
        String wide = PAGE + "<br>".repeat(200_000);
        String unclosed = PAGE + "<p><i><b>Text.".repeat(50_000);
        String searched = PAGE + "<noscript><img src='x'></noscript>".repeat(10_000);
        String manyTags = PAGE + ("<div>" + "<b></b>".repeat(700) + "</div>").repeat(300);

        for (String html : List.of(deep, wide, unclosed, searched, manyTags)) {
            assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> rejection(html)))
                    .isEqualTo("the page has more elements within and beside one another than any article, so it was"
                            + " not read");
        }
    }

    @Test
    void ten_megabytes_of_text_and_attributes_of_megabytes_are_read() {
        String paragraph = FIRST + " ";
        String paragraphs = ("<p>" + paragraph.repeat(15) + "</p>").repeat(5_000);
        String attribute =
                PAGE.replace("class=\"story\"", "class=\"story\" style=\"" + "x: y; ".repeat(1_000_000) + "\"");

        assertThat(assertTimeoutPreemptively(
                                Duration.ofSeconds(30), () -> article("<article>" + paragraphs + "</article>"))
                        .text())
                .hasSizeGreaterThan(10_000_000);
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(30), () -> article(attribute))
                        .text())
                .contains(FIRST, THIRD);
    }
}
