package framing.codebook;

import framing.corpus.Row;
import framing.corpus.TableReader;
import framing.corpus.TableRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What several coders said about the same units: one row a unit, one column a coder, an empty cell where a coder did not
 * code the unit.
 *
 * @param labels the labels found, in alphabetical order
 * @param units the units that at least one of the coders coded
 * @param rejected the rows that could not be read
 */
public record CoderTable(List<String> labels, List<Unit> units, List<Row.Rejected<TableRow>> rejected) {
    public CoderTable {
        labels = List.copyOf(labels);
        units = List.copyOf(units);
        rejected = List.copyOf(rejected);
    }

    /**
     * One unit.
     *
     * @param group its document, or what else is to be resampled as a whole
     * @param labels one from each coder who coded it
     */
    public record Unit(String group, List<String> labels) {
        public Unit {
            labels = List.copyOf(labels);
        }
    }

    /**
     * Reads tables.
     *
     * @param coders the columns to compare, at least two
     * @param groupColumn the column of what is to be resampled as a whole; null takes doc_id, or the row where a table has
     *     none
     */
    public static CoderTable read(List<Path> files, List<String> coders, @Nullable String groupColumn) {
        List<Unit> units = new ArrayList<>();
        List<Row.Rejected<TableRow>> rejected = new ArrayList<>();
        for (Path file : files) {
            read(file, coders, groupColumn, units, rejected);
        }
        List<String> labels = units.stream()
                .flatMap(unit -> unit.labels().stream())
                .distinct()
                .sorted()
                .toList();
        return new CoderTable(labels, units, rejected);
    }

    private static void read(
            Path file,
            List<String> coders,
            @Nullable String groupColumn,
            List<Unit> units,
            List<Row.Rejected<TableRow>> rejected) {
        try (TableReader table = TableReader.open(file)) {
            coders.forEach(coder -> table.require(coder, "--columns"));
            if (groupColumn != null) {
                table.require(groupColumn, "--group-column");
            }
            String grouping = groupColumn == null ? "doc_id" : groupColumn;
            while (table.hasNext()) {
                Row<TableRow> row = table.next();
                if (row instanceof Row.Read<TableRow> read) {
                    Unit unit = unit(read.value(), coders, grouping);
                    if (!unit.labels().isEmpty()) {
                        units.add(unit);
                    }
                } else if (row instanceof Row.Rejected<TableRow> bad) {
                    rejected.add(bad);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Unit unit(TableRow row, List<String> coders, String grouping) {
        String group = row.get(grouping);
        return new Unit(
                group == null ? row.source() + ":" + row.line() : group,
                coders.stream()
                        .map(row::get)
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .toList());
    }
}
