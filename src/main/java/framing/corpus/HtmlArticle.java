package framing.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.dankito.readability4j.Article;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The article of an HTML page: its body as Readability finds it (the method of Firefox's reader view), its headline, and
 * as carried columns {@code date} and {@code url} where the page tells them. Offsets count in the text that is made of the
 * body, one block of the page a paragraph, since the page's own characters are mostly markup.
 */
final class HtmlArticle {
    /** A page whose longest paragraph is shorter has links, a film or a form, but no article. */
    private static final int SHORTEST_PARAGRAPH = 80;

    /** What relative links are resolved against; Readability asks for it, and the links are not kept. */
    private static final String NOWHERE = "https://page.invalid/";

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Where pages tell the date of publication, the most reliable first. */
    private static final String[] DATES = {
        "meta[property=article:published_time]",
        "meta[itemprop=datePublished]",
        "time[itemprop=datePublished]",
        "meta[name~=(?i)^(date|pubdate|publish-?date|publication_date|dc\\.date(\\.issued)?|parsely-pub-date|sailthru\\.date)$]",
        "article time[datetime]",
        "time[datetime]"
    };

    private final Document page;

    private HtmlArticle(Document page) {
        this.page = page;
    }

    /** The document of the page in the file, or the row rejected where the page has no article. */
    static Row<framing.corpus.Document> document(InputFile file, String html) {
        if (PageEffort.isTooMuch(html)) {
            return FileDocument.rejected(file, PageEffort.TOO_MUCH);
        }
        Document page = Jsoup.parse(html);
        return PageEffort.isTooMuch(page)
                ? FileDocument.rejected(file, PageEffort.TOO_MUCH)
                : new HtmlArticle(page).document(file);
    }

    private Row<framing.corpus.Document> document(InputFile file) {
        Article readable = readable();
        String text = body(readable.getArticleContent());
        if (text.isEmpty()) {
            return FileDocument.rejected(file, "no article was found in the page");
        }
        String title = Surrogates.paired(headline(readable.getTitle()));
        return new Row.Read<>(new framing.corpus.Document(file.name(), title, withoutHeadline(text, title), carried()));
    }

    /** What Readability makes of the page; nothing where the page confuses it, which is no reason to stop a run. */
    private Article readable() {
        try {
            Document copy = page.clone();
            copy.outputSettings()
                    .prettyPrint(false); // it writes whatever it removes to a log, and indenting takes long
            return new Readability4J(NOWHERE, copy).parse();
        } catch (RuntimeException e) {
            return new Article(NOWHERE);
        }
    }

    /** The text that Readability found, else that of the page's own article; empty where neither has prose. */
    private String body(@Nullable Element readable) {
        var articles = page.select("article"); // several are teasers of others
        return Stream.of(
                        readable,
                        page.selectFirst("[itemprop=articleBody]"),
                        articles.size() == 1 ? articles.get(0) : null)
                .filter(Objects::nonNull)
                .map(HtmlText::of)
                .map(Surrogates::paired)
                .filter(HtmlArticle::hasProse)
                .findFirst()
                .orElse("");
    }

    private static boolean hasProse(String text) {
        return text.lines().anyMatch(line -> line.length() >= SHORTEST_PARAGRAPH && RoleRules.isProse(line));
    }

    /** The body without the headline, which many pages have within their article. */
    private static String withoutHeadline(String text, String headline) {
        String first = text.lines().findFirst().orElse("");
        return first.equalsIgnoreCase(headline) ? text.substring(first.length()).stripLeading() : text;
    }

    private String headline(@Nullable String readable) {
        var headings = page.select("h1").eachText();
        String shared = attribute("meta[property=og:title]", "content");
        if (headings.size() == 1) {
            return headings.get(0);
        }
        return shared != null ? shared : Objects.requireNonNullElse(readable, page.title());
    }

    private Map<String, String> carried() {
        Map<String, String> carried = new LinkedHashMap<>();
        String date = date();
        if (date != null) {
            carried.put("date", Surrogates.paired(date));
        }
        String canonical = attribute("link[rel=canonical]", "href");
        String url = canonical != null ? canonical : attribute("meta[property=og:url]", "content");
        if (url != null) {
            carried.put("url", Surrogates.paired(url));
        }
        return carried;
    }

    private @Nullable String date() {
        for (String place : DATES) {
            String content = attribute(place, "content");
            String date = content != null ? content : attribute(place, "datetime");
            if (date != null) {
                return date;
            }
        }
        for (Element script : page.select("script[type=application/ld+json]")) {
            String date = published(script.data());
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    private static @Nullable String published(String linkedData) {
        try {
            JsonNode date = JSON.readTree(linkedData).findValue("datePublished");
            return date == null || date.asText().isBlank() ? null : date.asText();
        } catch (JsonProcessingException e) {
            return null; // many pages hold broken linked data; it is only one of the places
        }
    }

    private @Nullable String attribute(String selector, String name) {
        Element element = page.selectFirst(selector);
        String value = element == null ? "" : element.attr(name).strip();
        return value.isEmpty() ? null : value;
    }
}
