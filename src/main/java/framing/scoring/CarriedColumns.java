package framing.scoring;

import framing.UserFacingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The input's own columns in an output. One whose name the output needs itself, in whatever case, is carried as
 * input_NAME.
 */
final class CarriedColumns {
    private static final String RENAMED = "input_";

    /** Output name by carried column. */
    private final Map<String, String> names = new LinkedHashMap<>();

    /**
     * The carried columns of an output.
     *
     * @param own the output's own columns
     * @throws UserFacingException when two of the output's own have one name
     */
    CarriedColumns(List<String> carried, List<OutputColumn> own) {
        Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER); // Parquet and SQL know no case
        for (OutputColumn column : own) {
            if (!taken.add(column.name())) {
                throw new UserFacingException(
                        "The codebook would give scored output two columns named " + column.name() + ".",
                        "Rename the facet or the code in the labels or the codebook, and train again.");
            }
        }
        for (String column : carried) {
            String name = column;
            while (!taken.add(name)) {
                name = RENAMED + name;
            }
            names.put(column, name);
        }
    }

    List<OutputColumn> columns() {
        return names.values().stream().map(OutputColumn::text).toList();
    }

    /** All columns of an output: its own, these, and last the one that names the model. */
    List<OutputColumn> between(List<OutputColumn> own, OutputColumn last) {
        List<OutputColumn> all = new ArrayList<>();
        Stream.of(own, columns(), List.of(last)).forEach(all::addAll);
        return all;
    }

    /** Those that had to take another name, with that name. */
    Map<String, String> renamed() {
        Map<String, String> renamed = new LinkedHashMap<>(names);
        renamed.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
        return renamed;
    }

    /** Puts the cells of a row of the input, in the order of the columns. */
    void put(Map<String, String> row, Map<String, Object> cells) {
        names.forEach((column, name) -> cells.put(name, row.getOrDefault(column, "")));
    }
}
