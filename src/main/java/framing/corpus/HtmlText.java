package framing.corpus;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The text of a part of a page as it reads: one line a block, blank lines between, white space within as one space. */
final class HtmlText implements NodeVisitor {
    private static final Set<String> BREAKS = Set.of("br", "hr", "td", "th");
    private static final Set<String> NOT_SHOWN = Set.of("script", "style", "noscript", "template", "svg", "button");

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder block = new StringBuilder();
    private int hidden;

    private HtmlText() {}

    static String of(Element part) {
        HtmlText visitor = new HtmlText();
        part.traverse(visitor);
        visitor.endBlock();
        return visitor.text.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element element) {
            hidden += NOT_SHOWN.contains(element.normalName()) ? 1 : 0;
            if (endsBlock(element)) {
                endBlock();
            }
        } else if (node instanceof TextNode words && hidden == 0) {
            block.append(words.getWholeText());
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (endsBlock(element)) {
                endBlock();
            }
            hidden -= NOT_SHOWN.contains(element.normalName()) ? 1 : 0;
        }
    }

    private static boolean endsBlock(Element element) {
        return element.isBlock() || BREAKS.contains(element.normalName());
    }

    private void endBlock() {
        StringBuilder line = new StringBuilder(block.length());
        for (int i = 0; i < block.length(); i++) {
            boolean white = Span.isWhite(block.charAt(i));
            if (!white) {
                line.append(block.charAt(i));
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        block.setLength(0);
        String shown = line.toString().strip();
        if (!shown.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n\n").append(shown);
        }
    }
}
