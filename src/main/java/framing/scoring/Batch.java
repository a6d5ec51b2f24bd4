package framing.scoring;

import framing.corpus.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive rows of the input that are scored together: as many as come to a number of characters, and so a function of
 * the input alone.
 */
final class Batch {
    private static final int MOST_CHARACTERS = 40_000;
    /** What a row weighs beside its text, so that a batch of very short rows is not endless. */
    private static final int ROW_CHARACTERS = 20;

    private final List<PendingArticle> articles = new ArrayList<>();
    private final List<Row.Rejected<?>> rejected = new ArrayList<>();
    private long size;

    void add(Row<PendingArticle> row) {
        size += ROW_CHARACTERS;
        if (row instanceof Row.Read<PendingArticle> read) {
            articles.add(read.value());
            size += read.value().characters();
        } else if (row instanceof Row.Rejected<PendingArticle> bad) {
            rejected.add(bad);
        }
    }

    boolean isFull() {
        return size >= MOST_CHARACTERS;
    }

    List<PendingArticle> articles() {
        return articles;
    }

    List<Row.Rejected<?>> rejected() {
        return rejected;
    }

    long rows() {
        return (long) articles.size() + rejected.size();
    }
}
