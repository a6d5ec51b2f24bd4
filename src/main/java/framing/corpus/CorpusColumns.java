package framing.corpus;

/**
 * The columns of a table in which an article's parts stand.
 *
 * @param id the column of ids; may be absent from a table while it has its default name
 * @param title the column of headlines; may be absent from a table while it has its default name
 * @param text the column of texts, which every table must have
 */
public record CorpusColumns(String id, String title, String text) {
    /** The names that are looked for unless the user gives others. */
    public static final CorpusColumns DEFAULT = new CorpusColumns("id", "title", "text");

    public CorpusColumns {
        if (id.isBlank() || title.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException(
                    "Columns need names, but were id \"" + id + "\", title \"" + title + "\", text \"" + text + "\"");
        }
    }
}
