package framing.corpus;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The articles of a table whose rows are units already: consecutive rows with the same document id are one article. */
final class TableUnits extends CorpusTable<Article> {
    private static final String DOCUMENT = "doc_id";
    private static final String PLACE = "seq";
    private static final String ROLE = "role";

    private final String textColumn;
    private final List<Unit> article = new ArrayList<>();
    private final Queue<Row<Article>> ready = new ArrayDeque<>();

    private TableUnits(InputFile file, CorpusPlan plan) throws IOException {
        super(file, plan, List.of(DOCUMENT, PLACE, ROLE, plan.columns().text()));
        this.textColumn = plan.columns().text();
    }

    private record Unit(
            String documentId,
            boolean alone,
            @Nullable BigDecimal place,
            Role role,
            String text,
            Map<String, String> carried) {}

    static TableUnits open(InputFile file, CorpusPlan plan) throws IOException {
        TableUnits units = new TableUnits(file, plan);
        units.require(plan.columns().text(), "text", "body");
        units.requireConditions();
        return units;
    }

    /** An article is ready when a row of another one, or the end, follows; a rejected row comes out before it. */
    @Override
    @Nullable
    Row<Article> advance() {
        while (ready.isEmpty()) {
            Row<Unit> row = nextRow(this::unit);
            if (row == null) {
                return article.isEmpty() ? null : new Row.Read<>(finishArticle());
            }
            if (row instanceof Row.Rejected<Unit> rejected) {
                return new Row.Rejected<>(rejected.source(), rejected.line(), rejected.reason());
            }
            Unit unit = ((Row.Read<Unit>) row).value();
            if (!article.isEmpty() && !belongs(unit)) {
                ready.add(new Row.Read<>(finishArticle()));
            }
            article.add(unit);
        }
        return ready.remove();
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
        Role role = Role.withId(row.cells().getOrDefault(ROLE, "")).orElse(Role.BODY);
        return new Row.Read<>(new Unit(id == null ? makeId() : id, id == null, place, role, text, carried(row)));
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
