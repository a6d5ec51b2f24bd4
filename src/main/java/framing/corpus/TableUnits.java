package framing.corpus;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The articles of a table whose rows are units already: consecutive rows with the same document id are one article. */
final class TableUnits extends CorpusRows<Article> {
    private static final String DOCUMENT = "doc_id";
    private static final String PLACE = "seq";
    private static final String ROLE = "role";

    private final InputFile file;
    private final String textColumn;
    private final TableReader table;
    private final Set<String> used;
    private final List<Unit> article = new ArrayList<>();
    private final Queue<Row<Article>> ready = new ArrayDeque<>();
    private long rows;
    private long idsMade;

    private TableUnits(InputFile file, String textColumn, TableReader table) {
        this.file = file;
        this.textColumn = textColumn;
        this.table = table;
        this.used = Set.copyOf(List.of(DOCUMENT, PLACE, ROLE, textColumn));
    }

    private record Unit(
            String documentId,
            boolean alone,
            @Nullable BigDecimal place,
            Role role,
            String text,
            Map<String, String> carried) {}

    static TableUnits open(InputFile file, CorpusColumns columns) throws IOException {
        return new TableUnits(file, columns.text(), TableDocuments.withText(file, columns));
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

    /** An article is ready when a row of another one, or the end, follows; a rejected row comes out before it. */
    @Override
    @Nullable
    Row<Article> advance() {
        while (ready.isEmpty() && table.hasNext()) {
            rows++;
            Row<Unit> row = table.next().then(this::unit);
            if (row instanceof Row.Read<Unit> read) {
                if (!article.isEmpty() && !belongs(read.value())) {
                    ready.add(new Row.Read<>(finishArticle()));
                }
                article.add(read.value());
            } else {
                ready.add(row.then(unit -> new Row.Read<>(finishArticle())));
            }
        }
        if (ready.isEmpty() && !article.isEmpty()) {
            return new Row.Read<>(finishArticle());
        }
        return ready.poll();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }

    private boolean belongs(Unit unit) {
        Unit first = article.get(0);
        return !unit.alone && !first.alone && unit.documentId.equals(first.documentId);
    }

    private Row<Unit> unit(TableRow row) {
        String text = row.get(textColumn);
        if (text == null) {
            return new Row.Rejected<>(row.source(), row.line(), "no text");
        }
        BigDecimal place;
        try {
            String seq = row.get(PLACE);
            place = seq == null ? null : new BigDecimal(seq.strip());
        } catch (NumberFormatException e) {
            return new Row.Rejected<>(row.source(), row.line(), "seq \"" + row.get(PLACE) + "\" is not a number");
        }
        String id = row.get(DOCUMENT);
        boolean alone = id == null;
        if (id == null) {
            id = file.name() + ":" + rows;
            idsMade++;
        }
        Role role = Role.withId(row.cells().getOrDefault(ROLE, "")).orElse(Role.BODY);
        Map<String, String> carried = new LinkedHashMap<>(row.cells());
        carried.keySet().removeAll(used);
        return new Row.Read<>(new Unit(id, alone, place, role, text, carried));
    }

    /** The article of the rows collected, by their places where all of them have one, else as they stand. */
    private Article finishArticle() {
        if (article.stream().allMatch(unit -> unit.place != null)) {
            article.sort(Comparator.comparing(Unit::place, Comparator.nullsLast(Comparator.naturalOrder())));
        }
        String id = article.get(0).documentId;
        List<Sentence> sentences = new ArrayList<>(article.size());
        List<Map<String, String>> carried = new ArrayList<>(article.size());
        for (Unit unit : article) {
            sentences.add(new Sentence(id, sentences.size(), unit.role, 0, unit.text.length(), unit.text));
            carried.add(unit.carried);
        }
        article.clear();
        return new Article(id, sentences, carried);
    }
}
