package framing.codebook;

import framing.UserFacingException;
import framing.corpus.Role;
import framing.corpus.Row;
import framing.corpus.Sentence;
import framing.corpus.TableReader;
import framing.corpus.TableRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads tables of annotations: one row a unit, one column a facet, an empty cell where a unit was not coded for it. */
public final class AnnotationReader {
    private static final String DOCUMENT = "doc_id";
    private static final String SEQUENCE = "seq";
    private static final String ROLE = "role";
    private static final String ALSO = "_also";

    private final String textColumn;
    private final @Nullable String groupColumn;
    private final List<String> facetNames;
    private final Optional<Codebook> codebook;

    private final List<TableRow> rows = new ArrayList<>();
    private final List<Row.Rejected<Annotation>> rejected = new ArrayList<>();
    private final Set<String> columns = new LinkedHashSet<>();

    private AnnotationReader(
            String textColumn, @Nullable String groupColumn, List<String> facetNames, Optional<Codebook> codebook) {
        this.textColumn = textColumn;
        this.groupColumn = groupColumn;
        this.facetNames = facetNames;
        this.codebook = codebook;
    }

    /**
     * Reads tables of annotations.
     *
     * @param textColumn the column of the unit's text
     * @param groupColumn the column of what must stay on one side of a split; null takes the document, or the text where
     *     no document is named
     * @param facetNames the facets to read; empty takes the codebook's that the tables have
     * @param codebook the labels that may occur; empty makes a codebook of the labels found
     */
    public static AnnotationTable read(
            List<Path> files,
            String textColumn,
            @Nullable String groupColumn,
            List<String> facetNames,
            Optional<Codebook> codebook) {
        List<String> distinct = facetNames.stream().distinct().toList();
        var reader = new AnnotationReader(textColumn, groupColumn, distinct, codebook);
        files.forEach(reader::collect);
        return reader.table();
    }

    private void collect(Path file) {
        try (TableReader table = TableReader.open(file)) {
            table.require(textColumn, "--text-column");
            if (groupColumn != null) {
                table.require(groupColumn, "--group-column");
            }
            for (String facet : facetNames) {
                table.require(facet, "--facet");
            }
            columns.addAll(table.columns());
            while (table.hasNext()) {
                Row<TableRow> row = table.next();
                if (row instanceof Row.Read<TableRow> read) {
                    rows.add(read.value());
                } else if (row instanceof Row.Rejected<TableRow> bad) {
                    reject(bad.source(), bad.line(), bad.reason());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AnnotationTable table() {
        Codebook labels = codebook.map(this::cut).orElseGet(this::found);
        boolean documentsKnown = columns.contains(DOCUMENT);
        boolean ordered = documentsKnown && columns.contains(SEQUENCE);
        List<Annotation> annotations = new ArrayList<>();
        Map<String, Integer> unitsOfDocument = new HashMap<>();
        Set<String> places = new HashSet<>();
        for (TableRow row : rows) {
            String document = row.get(DOCUMENT);
            boolean placed = ordered && document != null;
            String id = document == null ? row.source() + ":" + row.line() : document;
            int index = placed ? sequence(row) : unitsOfDocument.merge(id, 1, Integer::sum) - 1;
            if (index < 0) {
                String cell = row.get(SEQUENCE);
                reject(
                        row,
                        cell == null
                                ? "document " + id + " has no place in column " + SEQUENCE
                                : "\"" + cell.strip() + "\" in column " + SEQUENCE + " is not a whole number from 0");
            } else if (placed && !places.add(id + "\u0000" + index)) {
                reject(row, "document " + id + " has a row with " + SEQUENCE + " " + index + " already");
            } else {
                annotation(row, id, index, placed, labels).ifPresent(annotations::add);
            }
        }
        if (annotations.isEmpty()) {
            throw new UserFacingException(
                    "No usable row among " + rejected.size()
                            + (rejected.isEmpty()
                                    ? "."
                                    : "; the first was rejected because "
                                            + rejected.get(0).reason() + "."),
                    "Check that the file has rows below its header and that the text column holds text.");
        }
        if (ordered) {
            inArticleOrder(annotations);
        }
        return new AnnotationTable(annotations, labels, documentsKnown, ordered, rejected);
    }

    /** The given codebook, cut to the facets asked for, or to those that the tables have a column for. */
    private Codebook cut(Codebook given) {
        List<String> wanted = facetNames.isEmpty()
                ? given.facets().stream()
                        .map(Facet::name)
                        .filter(columns::contains)
                        .toList()
                : facetNames;
        if (wanted.isEmpty()) {
            throw new UserFacingException(
                    "No column is named as a facet of the codebook \"" + given.id() + "\" (columns: "
                            + String.join(", ", columns) + ").",
                    "Name the columns after the codebook's facets, or choose one with --facet.");
        }
        return given.only(wanted);
    }

    /** A codebook of the labels found, in alphabetical order so that it does not depend on the order of rows. */
    private Codebook found() {
        if (facetNames.isEmpty()) {
            throw new UserFacingException(
                    "Which columns hold the codes? (columns: " + String.join(", ", columns) + ")",
                    "Name each with --facet COLUMN, or give a codebook with --codebook FILE.");
        }
        List<Facet> facets = new ArrayList<>();
        for (String name : facetNames) {
            Set<String> ids = new TreeSet<>();
            rows.stream().map(row -> row.get(name)).filter(Objects::nonNull).forEach(id -> ids.add(id.strip()));
            if (ids.size() < 2) {
                throw new UserFacingException(
                        "Column " + name + " holds "
                                + (ids.isEmpty()
                                        ? "no code"
                                        : "only the code \"" + ids.iterator().next() + "\"")
                                + ", and a classifier needs at least two.",
                        "Check that --facet names the column of codes, and that the file holds rows of every code.");
            }
            facets.add(new Facet(name, "", ids.stream().map(Label::named).toList(), List.of()));
        }
        return new Codebook(String.join("-", facetNames), null, null, null, facets);
    }

    /** The row's place in its document, or -1 when its cell is no whole number; 3.0 is one, as spreadsheets write it. */
    private static int sequence(TableRow row) {
        String cell = row.get(SEQUENCE);
        try {
            return cell == null ? -1 : new BigDecimal(cell.strip()).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return -1;
        }
    }

    private Optional<Annotation> annotation(TableRow row, String id, int index, boolean ordered, Codebook labels) {
        String text = row.get(textColumn);
        if (text == null) {
            reject(row, "no text in column " + textColumn);
            return Optional.empty();
        }
        Map<String, String> given = new HashMap<>();
        Map<String, String> also = new HashMap<>();
        for (Facet facet : labels.facets()) {
            if (!code(row, facet, facet.name(), given) || !code(row, facet, facet.name() + ALSO, also)) {
                return Optional.empty();
            }
        }
        String group = groupColumn != null ? row.get(groupColumn) : row.get(DOCUMENT);
        Sentence sentence = new Sentence(id, index, role(row), 0, text.length(), text);
        return Optional.of(new Annotation(
                sentence, ordered, group != null ? group : groupColumn != null ? id : text, given, also, row.line()));
    }

    /** Puts the column's label, if any, into the map; false when the codebook lacks it and the row is rejected. */
    private boolean code(TableRow row, Facet facet, String column, Map<String, String> into) {
        String cell = row.get(column);
        if (cell != null) {
            int label = facet.indexOf(cell.strip());
            if (label < 0) {
                reject(
                        row,
                        "\"" + cell.strip() + "\" in column " + column + " is not a code of facet " + facet.name()
                                + " (" + String.join(", ", facet.labelIds()) + ")");
                return false;
            }
            into.put(facet.name(), facet.labels().get(label).id());
        }
        return true;
    }

    private static Role role(TableRow row) {
        String cell = row.get(ROLE);
        for (Role role : Role.values()) {
            if (cell != null && role.id().equals(cell.strip().toLowerCase(Locale.ROOT))) {
                return role;
            }
        }
        return Role.BODY;
    }

    /** Sorts by document, in the order documents first appear, and by place within it. */
    private static void inArticleOrder(List<Annotation> annotations) {
        Map<String, Integer> order = new HashMap<>();
        annotations.forEach(a -> order.putIfAbsent(a.sentence().documentId(), order.size()));
        annotations.sort(Comparator.<Annotation>comparingInt(
                        a -> order.getOrDefault(a.sentence().documentId(), 0))
                .thenComparingInt(a -> a.sentence().index()));
    }

    private void reject(TableRow row, String reason) {
        reject(row.source(), row.line(), reason);
    }

    private void reject(String source, long line, String reason) {
        rejected.add(new Row.Rejected<>(source, line, reason));
    }
}
