package framing.report;

import framing.corpus.TableRow;
import java.util.ArrayList;
import java.util.List;

/** An article that the page will show: its first rows, and how many it has. Filled while it is read. */
final class SampledArticle {
    /** Beyond this an article is a book: the page shows its beginning and says so. */
    static final int MOST_SENTENCES = 300;

    private final long number;
    private final String id;
    private final String outlet;
    private final String date;
    private final List<TableRow> rows = new ArrayList<>();
    private int sentences;

    /** An article without sentences as yet; its number is its place in the file. */
    SampledArticle(long number, String id, String outlet, String date) {
        this.number = number;
        this.id = id;
        this.outlet = outlet;
        this.date = date;
    }

    void add(TableRow row) {
        sentences++;
        if (rows.size() < MOST_SENTENCES) {
            rows.add(row);
        }
    }

    long number() {
        return number;
    }

    String id() {
        return id;
    }

    String outlet() {
        return outlet;
    }

    /** The date as the file has it. */
    String date() {
        return date;
    }

    List<TableRow> rows() {
        return List.copyOf(rows);
    }

    int sentences() {
        return sentences;
    }
}
