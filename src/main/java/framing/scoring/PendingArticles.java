package framing.scoring;

import framing.corpus.Article;
import framing.corpus.CorpusReader;
import framing.corpus.Document;
import framing.corpus.Row;
import framing.corpus.RowSource;
import framing.corpus.SentenceSplitter;
import java.io.IOException;
import java.util.function.Function;

/**
 * The articles of a corpus in its order, whatever a row of it is.
 *
 * @param <T> what a row is
 */
final class PendingArticles<T> implements RowSource<PendingArticle> {
    private static final SentenceSplitter SPLITTER = new SentenceSplitter();

    private final RowSource<T> rows;
    private final Function<T, PendingArticle> pending;

    private PendingArticles(RowSource<T> rows, Function<T, PendingArticle> pending) {
        this.rows = rows;
        this.pending = pending;
    }

    static RowSource<PendingArticle> of(CorpusReader reader, ScoringPlan.Unit unit) {
        return switch (unit) {
            case ARTICLE -> new PendingArticles<>(reader.documents(), PendingArticles::pending);
            case SENTENCE -> new PendingArticles<>(reader.units(), PendingArticles::pending);
        };
    }

    private static PendingArticle pending(Document document) {
        return new PendingArticle(document.text().length(), () -> Article.of(document, SPLITTER.split(document)));
    }

    private static PendingArticle pending(Article article) {
        int characters =
                article.sentences().stream().mapToInt(s -> s.text().length()).sum();
        return new PendingArticle(characters, () -> article);
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Row<PendingArticle> next() {
        return rows.next().then(value -> new Row.Read<>(pending.apply(value)));
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
