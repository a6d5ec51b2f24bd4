package framing.corpus;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/**
 * How much work it would be to find the article in a page, told before it is begun. Readability looks at every element
 * again for each that it lies in, and at its siblings again for each that it removes, so a page made to do harm could keep
 * it busy for hours. A page of 10,000 elements that lie in 25 others each takes a twentieth of what is allowed, and so
 * does an article of 7,000 paragraphs beside one another.
 */
final class PageEffort implements NodeVisitor {
    static final String TOO_MUCH =
            "the page has more elements within and beside one another than any article, so it was not read";

    /** A page made of more would take more memory than there is, since some tags make ten elements. */
    private static final int MOST_TAGS = 300_000;

    /** A few seconds' work. */
    private static final long MOST_STEPS = 1_000_000_000;

    /** To read a node once more costs so many times what it costs to count it among its siblings. */
    private static final int STEPS_OF_A_READING = 200;

    /** Of each noscript, Readability seeks the images in the whole page. */
    private static final int STEPS_OF_A_SEARCH = 10;

    private long steps;
    private long nodes;
    private long searches;

    private PageEffort() {}

    /** Whether there are too many tags to make a page of the text. */
    static boolean isTooMuch(String html) {
        return html.chars().filter(character -> character == '<').count() > MOST_TAGS;
    }

    /** Whether the page is too deep or too wide to seek its article. */
    static boolean isTooMuch(Document page) {
        PageEffort effort = new PageEffort();
        page.traverse(effort);
        return effort.steps + STEPS_OF_A_SEARCH * effort.searches * effort.nodes > MOST_STEPS;
    }

    @Override
    public void head(Node node, int depth) {
        Node parent = node.parent();
        int siblings = parent == null ? 0 : parent.childNodeSize();
        steps += (long) STEPS_OF_A_READING * depth + siblings;
        nodes++;
        searches += node.nameIs("noscript") ? 1 : 0;
    }
}
