package framing.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a document into units: headline, subheads, sentences, captions, boilerplate lines. Each character of title and
 * text that is not white space is in exactly one unit, and units are in the order of the article. Where a sentence ends
 * is told by {@link SentenceBreaks}, where a paragraph ends by {@link Paragraphs}, and what a unit is by {@link
 * RoleRules}. Threads may share a splitter.
 */
public final class SentenceSplitter {
    /** A first line beyond this, or one that is wrapped and ends like a sentence, is a text that has no headline. */
    private static final int LONGEST_HEADLINE = 300;

    /** The document's units. The headline of a title has offsets into the title; all others, into the text. */
    public List<Sentence> split(Document document) {
        List<Sentence> units = new ArrayList<>();
        Span title = Span.trimmed(document.title(), 0, document.title().length());
        if (!title.isEmpty()) {
            add(units, document.id(), Role.HEADLINE, title, document.title());
        }
        String text = document.text();
        List<Span> paragraphs = Paragraphs.of(text);
        SentenceBreaks breaks = new SentenceBreaks();
        boolean headed = startsWithHeadline(document, paragraphs);
        for (int i = 0; i < paragraphs.size(); i++) {
            Span paragraph = paragraphs.get(i);
            Role role = i == 0 && headed ? Role.HEADLINE : role(text, paragraphs, i, headed ? 1 : 0);
            if (role != Role.BODY) {
                add(units, document.id(), role, paragraph, text);
                continue;
            }
            List<Span> sentences = breaks.in(text, paragraph);
            for (Span sentence : sentences) {
                Role own = sentences.size() == 1 ? role : RoleRules.ofSentence(sentence.in(text));
                add(units, document.id(), own, sentence, text);
            }
        }
        return List.copyOf(units);
    }

    private static void add(List<Sentence> units, String documentId, Role role, Span span, String text) {
        units.add(new Sentence(documentId, units.size(), role, span.start(), span.end(), span.in(text)));
    }

    /** Whether the text's first line is a headline: that of a plain text file, or the title once more. */
    private static boolean startsWithHeadline(Document document, List<Span> paragraphs) {
        if (paragraphs.isEmpty() || paragraphs.get(0).length() > LONGEST_HEADLINE) {
            return false;
        }
        String first = paragraphs.get(0).in(document.text());
        if (first.equalsIgnoreCase(document.title().strip())) {
            return true;
        }
        boolean wrapped = first.chars().anyMatch(c -> Paragraphs.isLineEnd((char) c));
        return document.headlineInText() && !(wrapped && first.endsWith("."));
    }

    /** A subhead stands alone between paragraphs; at the end of a text, or before another short line, it is none. */
    private static Role role(String text, List<Span> paragraphs, int i, int firstOfBody) {
        if (paragraphs.get(i).length() > LONGEST_HEADLINE * 2) {
            return Role.BODY;
        }
        String paragraph = paragraphs.get(i).in(text);
        Role role = RoleRules.ofParagraph(paragraph);
        boolean between = i > firstOfBody && i + 1 < paragraphs.size();
        if (role == Role.BODY && between && RoleRules.maySubhead(paragraph)) {
            Span next = paragraphs.get(i + 1);
            return RoleRules.isProse(next.in(text)) ? Role.SUBHEAD : Role.BODY;
        }
        return role;
    }
}
