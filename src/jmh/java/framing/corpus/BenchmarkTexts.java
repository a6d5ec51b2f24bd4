package framing.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Our own training articles, which every benchmark reads. */
public final class BenchmarkTexts {
    private BenchmarkTexts() {}

    /** The first articles, each a list of sentences. */
    public static List<List<String>> articles(int count) {
        List<List<String>> articles = new ArrayList<>();
        try (RowSource<Article> rows = CorpusReader.of(Path.of("training-data", "conflict-news", "articles.csv"))
                .units()) {
            while (articles.size() < count && rows.hasNext()) {
                if (rows.next() instanceof Row.Read<Article> read) {
                    articles.add(read.value().sentences().stream()
                            .map(Sentence::text)
                            .toList());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return articles;
    }

    /** The same articles as documents, a sentence a paragraph. */
    public static List<Document> documents(int count) {
        return articles(count).stream()
                .map(sentences -> new Document("d", "", sentences.stream().collect(Collectors.joining(" ")), Map.of()))
                .toList();
    }
}
