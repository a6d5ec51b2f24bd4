package framing.report;

import framing.corpus.TableRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A facet as a scored file shows it: a column of codes, one of their probability, and one for the probability of every
 * code. The latter name the codes; a code that none of them names is added as it is met. Not for sharing between threads.
 */
final class ScoredFacet {
    /** Not a code: the cell was blank. */
    static final int NO_CODE = -1;

    /** No codebook is so long: what lies beyond was no column of codes, and must not fill the memory. */
    private static final int MOST_CODES = 40;

    private static final String OTHER = "(other)";

    private final String name;
    private final Map<String, String> distribution;
    private final Map<String, Integer> codes = new LinkedHashMap<>();

    private ScoredFacet(String name, Map<String, String> distribution) {
        this.name = name;
        this.distribution = distribution;
        distribution.keySet().forEach(code -> codes.put(code, codes.size()));
    }

    /** The facets of a table with these columns: each X with a column X_probability, or with at least two p_X_CODE. */
    static List<ScoredFacet> in(List<String> columns) {
        List<ScoredFacet> facets = new ArrayList<>();
        for (String facet : columns) {
            Map<String, String> distribution = distributionOf(facet, columns);
            if (columns.contains(facet + "_probability") || distribution.size() > 1) {
                facets.add(new ScoredFacet(facet, distribution));
            }
        }
        return facets;
    }

    /** The columns p_FACET_CODE by code. Of facets "tone" and "tone_of", p_tone_of_x belongs to the latter. */
    private static Map<String, String> distributionOf(String facet, List<String> columns) {
        Map<String, String> distribution = new LinkedHashMap<>();
        for (String column : columns) {
            boolean ofLonger = columns.stream()
                    .anyMatch(other -> other.length() > facet.length() && column.startsWith("p_" + other + "_"));
            String prefix = "p_" + facet + "_";
            if (column.startsWith(prefix) && !ofLonger) {
                distribution.put(column.substring(prefix.length()), column);
            }
        }
        return distribution;
    }

    String name() {
        return name;
    }

    /** The codes met so far, in the order of the file's columns. */
    List<String> codes() {
        return List.copyOf(codes.keySet());
    }

    /** Whether the file has the probability of every code. */
    boolean hasDistribution() {
        return !distribution.isEmpty();
    }

    /** The place of the row's code among {@link #codes}, or {@link #NO_CODE}. */
    int code(TableRow row) {
        String code = row.get(name);
        if (code == null) {
            return NO_CODE;
        }
        boolean known = codes.containsKey(code.strip()) || codes.size() < MOST_CODES;
        return codes.computeIfAbsent(known ? code.strip() : OTHER, added -> codes.size());
    }

    /** The probability of the row's code; empty where the file does not say. */
    OptionalDouble probability(TableRow row) {
        OptionalDouble given = number(row.get(name + "_probability"));
        String code = row.get(name);
        String column = code == null ? null : distribution.get(code.strip());
        return given.isPresent() || column == null ? given : number(row.get(column));
    }

    /**
     * The probable codes of a row, the most probable first, as words.
     *
     * @param keys the names of the codes, in their order
     * @param least from which probability on a code is named
     */
    String distribution(TableRow row, List<CodeKey> keys, double least) {
        List<Map.Entry<String, Double>> probable = new ArrayList<>();
        for (CodeKey key : keys) {
            String column = distribution.get(key.id());
            number(column == null ? null : row.get(column))
                    .ifPresent(probability -> probable.add(Map.entry(key.name(), probability)));
        }
        return probable.stream()
                .filter(entry -> entry.getValue() >= least)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(entry -> entry.getKey() + " " + Figures.percent(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** A code or a facet as people write it. */
    static String words(String id) {
        return id.replace('_', ' ').strip();
    }

    /** Whether this code only says that the facet does not apply, so that nothing need be marked. */
    boolean isNegative(int code) {
        return List.of("no", "0", "false", "none").contains(codes().get(code).toLowerCase(Locale.ROOT));
    }

    /** A probability as a cell holds it; empty where the cell holds none. */
    static OptionalDouble number(@Nullable String cell) {
        if (cell == null) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(cell.strip());
            return value >= 0 && value <= 1 ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
