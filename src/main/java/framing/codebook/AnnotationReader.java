package framing.codebook;

import framing.UserFacingException;
import framing.corpus.Role;
import framing.corpus.Row;
import framing.corpus.Sentence;
import framing.corpus.Span;
import framing.corpus.TableReader;
import framing.corpus.TableRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables of annotations: one row a unit, or a unit and a target in it; one column a facet; an empty cell where it was
 * not coded.
 */
public final class AnnotationReader {
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
     * Reads a table whose texts stand in a column {@code text}, kept together by document, with a codebook made of the
     * labels found.
     *
     * @param facets the columns of codes, at least one
     */
    public static AnnotationTable read(Path file, String... facets) {
        return read(List.of(file), "text", null, List.of(facets), Optional.empty());
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
        boolean documentsKnown = columns.contains(AnnotationPlaces.DOCUMENT);
        AnnotationPlaces places = new AnnotationPlaces(columns);
        List<Annotation> annotations = new ArrayList<>();
        for (TableRow row : rows) {
            try {
                annotations.addAll(annotations(row, places, labels));
            } catch (UnusableRow e) {
                reject(row.source(), row.line(), e.reason());
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
        if (places.ordered()) {
            inArticleOrder(annotations);
        }
        List<MixedFacet> mixed = codebook.isPresent() ? List.of() : new FoundCodebook(rows).mixed(facetNames);
        return new AnnotationTable(annotations, labels, documentsKnown, places.ordered(), rejected, mixed);
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

    private Codebook found() {
        if (facetNames.isEmpty()) {
            throw new UserFacingException(
                    "Which columns hold the codes? (columns: " + String.join(", ", columns) + ")",
                    "Name each with --facet COLUMN, or give a codebook with --codebook FILE.");
        }
        return new FoundCodebook(rows).of(facetNames);
    }

    /** What a row says: of its unit, of the target that it names, or of both. */
    private List<Annotation> annotations(TableRow row, AnnotationPlaces places, Codebook labels) {
        String text = row.get(textColumn);
        if (text == null) {
            throw new UnusableRow("no text in column " + textColumn);
        }
        boolean asksTargets = !labels.facets(Facet.Per.TARGET).isEmpty();
        Span target = asksTargets && TargetInText.isNamed(row) ? TargetInText.find(row, text) : null;
        AnnotationPlaces.Place place = places.of(row, text);
        Codes ofUnit = codes(row, labels.facets(Facet.Per.SENTENCE));
        Codes ofTarget = codes(row, labels.facets(Facet.Per.TARGET));
        if (target == null && !ofTarget.labels().isEmpty()) {
            throw new UnusableRow(
                    "a code for " + String.join(", ", ofTarget.labels().keySet()) + ", but no target in column "
                            + TargetInText.TARGET);
        }
        List<Annotation> annotations = new ArrayList<>();
        if (target == null || (!ofUnit.labels().isEmpty() && places.isFirst(place, null))) {
            places.take(place, null);
            annotations.add(annotation(row, place, null, ofUnit));
        }
        if (target != null) {
            places.take(place, target);
            annotations.add(annotation(row, place, target, ofTarget));
        }
        return annotations;
    }

    private Annotation annotation(TableRow row, AnnotationPlaces.Place place, @Nullable Span target, Codes codes) {
        String group = groupColumn != null ? row.get(groupColumn) : row.get(AnnotationPlaces.DOCUMENT);
        String text = place.text();
        return new Annotation(
                new Sentence(place.document(), place.index(), role(row), 0, text.length(), text),
                place.ordered(),
                group != null ? group : groupColumn != null ? place.document() : text,
                target,
                codes.labels(),
                codes.alsoAcceptable(),
                row.line());
    }

    /** The label ids of a row by facet, and the second acceptable ones. */
    private record Codes(Map<String, String> labels, Map<String, String> alsoAcceptable) {}

    private static Codes codes(TableRow row, List<Facet> facets) {
        Codes codes = new Codes(new HashMap<>(), new HashMap<>());
        for (Facet facet : facets) {
            code(row, facet, facet.name(), codes.labels());
            code(row, facet, facet.name() + ALSO, codes.alsoAcceptable());
        }
        return codes;
    }

    /** Puts the column's label, if any, into the map. */
    private static void code(TableRow row, Facet facet, String column, Map<String, String> into) {
        String cell = row.get(column);
        if (cell != null) {
            int label = facet.indexOf(cell.strip());
            if (label < 0) {
                throw new UnusableRow("\"" + cell.strip() + "\" in column " + column + " is not a code of facet "
                        + facet.name() + " (" + String.join(", ", facet.labelIds()) + ")");
            }
            into.put(facet.name(), facet.labels().get(label).id());
        }
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

    /** Sorts by document, in the order documents first appear, by place within it, the unit before its targets. */
    private static void inArticleOrder(List<Annotation> annotations) {
        Map<String, Integer> order = new HashMap<>();
        annotations.forEach(a -> order.putIfAbsent(a.sentence().documentId(), order.size()));
        annotations.sort(Comparator.<Annotation>comparingInt(
                        a -> order.getOrDefault(a.sentence().documentId(), 0))
                .thenComparingInt(a -> a.sentence().index())
                .thenComparingInt(a -> a.target() == null ? -1 : a.target().start()));
    }

    private void reject(String source, long line, String reason) {
        rejected.add(new Row.Rejected<>(source, line, reason));
    }
}
