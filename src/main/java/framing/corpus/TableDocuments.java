package framing.corpus;

import framing.UserFacingException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The documents of a table with one article a row. */
final class TableDocuments extends CorpusRows<Document> {
    private final InputFile file;
    private final CorpusColumns columns;
    private final TableReader table;
    private final Set<String> used;
    private long rows;
    private long idsMade;

    private TableDocuments(InputFile file, CorpusColumns columns, TableReader table) {
        this.file = file;
        this.columns = columns;
        this.table = table;
        // Not Set.of, which refuses one column in two parts.
        this.used = Set.copyOf(List.of(columns.id(), columns.title(), columns.text()));
    }

    static TableDocuments open(InputFile file, CorpusColumns columns) throws IOException {
        TableReader table = withText(file, columns);
        try {
            if (!columns.id().equals(CorpusColumns.DEFAULT.id())) {
                require(columns.id(), "id", "url", table);
            }
            if (!columns.title().equals(CorpusColumns.DEFAULT.title())) {
                require(columns.title(), "title", "headline", table);
            }
        } catch (UserFacingException e) {
            table.close();
            throw e;
        }
        return new TableDocuments(file, columns, table);
    }

    /** Opens a table, which must have the column of texts. */
    static TableReader withText(InputFile file, CorpusColumns columns) throws IOException {
        TableReader table = TableReader.open(file.path());
        try {
            require(columns.text(), "text", "body", table);
            return table;
        } catch (UserFacingException e) {
            table.close();
            throw e;
        }
    }

    private static void require(String column, String part, String example, TableReader table) {
        if (!table.columns().contains(column)) {
            String found = table.columns().isEmpty() ? "no column at all" : String.join(", ", table.columns());
            throw new UserFacingException(
                    "No column \"" + column + "\" in " + table.file() + " (found: " + found + ").",
                    "Name the column, for example --" + part + "-column " + example + ".");
        }
    }

    @Override
    List<String> carriedColumns() {
        return table.columns().stream().filter(name -> !used.contains(name)).toList();
    }

    @Override
    Charset charset() {
        return table.charset();
    }

    @Override
    long idsMade() {
        return idsMade;
    }

    @Override
    @Nullable
    Row<Document> advance() {
        if (!table.hasNext()) {
            return null;
        }
        rows++;
        return table.next().then(this::document);
    }

    @Override
    public void close() throws IOException {
        table.close();
    }

    private Row<Document> document(TableRow row) {
        String title = row.cells().getOrDefault(columns.title(), "");
        String text = row.cells().getOrDefault(columns.text(), "");
        if (title.isBlank() && text.isBlank()) {
            return new Row.Rejected<>(row.source(), row.line(), "no text");
        }
        String id = row.get(columns.id());
        if (id == null) {
            id = file.name() + ":" + rows;
            idsMade++;
        }
        Map<String, String> carried = new LinkedHashMap<>(row.cells());
        carried.keySet().removeAll(used);
        return new Row.Read<>(new Document(id, title, text, carried));
    }
}
