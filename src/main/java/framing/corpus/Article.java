package framing.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document in its sentences.
 *
 * @param documentId the document's id; never blank
 * @param sentences its units, in article order
 * @param carried for each sentence the other columns of its row, in order, kept unchanged for the output
 */
public record Article(String documentId, List<Sentence> sentences, List<Map<String, String>> carried) {
    public Article {
        if (documentId.isBlank()) {
            throw new IllegalArgumentException("An article needs a document id, but it was blank");
        }
        if (sentences.size() != carried.size()) {
            throw new IllegalArgumentException("Each sentence needs its carried columns, but there were "
                    + sentences.size() + " sentences and " + carried.size() + " maps");
        }
        sentences = List.copyOf(sentences);
        carried = copyOf(carried);
    }

    /** The article made of a document's sentences, each of which carries the document's columns. */
    public static Article of(Document document, List<Sentence> sentences) {
        return new Article(document.id(), sentences, Collections.nCopies(sentences.size(), document.carried()));
    }

    /** Copies a run of one and the same map once, so that a long article does not multiply its columns. */
    private static List<Map<String, String>> copyOf(List<Map<String, String>> maps) {
        List<Map<String, String>> copies = new ArrayList<>(maps.size());
        for (int i = 0; i < maps.size(); i++) {
            boolean repeated = i > 0 && maps.get(i).equals(maps.get(i - 1));
            copies.add(repeated ? copies.get(i - 1) : Collections.unmodifiableMap(new LinkedHashMap<>(maps.get(i))));
        }
        return Collections.unmodifiableList(copies);
    }
}
