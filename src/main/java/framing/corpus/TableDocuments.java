package framing.corpus;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The documents of a table with one article a row. */
final class TableDocuments extends CorpusTable<Document> {
    private final CorpusColumns columns;

    private TableDocuments(InputFile file, CorpusPlan plan) throws IOException {
        super(
                file,
                plan,
                List.of(
                        plan.columns().id(),
                        plan.columns().title(),
                        plan.columns().text()));
        this.columns = plan.columns();
    }

    static TableDocuments open(InputFile file, CorpusPlan plan) throws IOException {
        TableDocuments documents = new TableDocuments(file, plan);
        CorpusColumns columns = plan.columns();
        documents.require(columns.text(), "text", "body");
        if (!columns.id().equals(CorpusColumns.DEFAULT.id())) {
            documents.require(columns.id(), "id", "url");
        }
        if (!columns.title().equals(CorpusColumns.DEFAULT.title())) {
            documents.require(columns.title(), "title", "headline");
        }
        documents.requireConditions();
        return documents;
    }

    @Override
    @Nullable
    Row<Document> advance() {
        return nextRow(this::document);
    }

    private Row<Document> document(TableRow row) {
        String title = row.cells().getOrDefault(columns.title(), "");
        String text = row.cells().getOrDefault(columns.text(), "");
        if (title.isBlank() && text.isBlank()) {
            return new Row.Rejected<>(row.source(), row.line(), "no text");
        }
        String id = row.get(columns.id());
        return new Row.Read<>(new Document(id == null ? makeId() : id, title, text, carried(row)));
    }
}
