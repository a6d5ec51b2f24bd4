package framing.corpus;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which articles of a corpus are wanted. Conditions come first; the limit and the sample count the articles that meet
 * them. In a corpus of units an article is the units with one document id.
 *
 * @param conditions what must hold of an article, or of a unit in a corpus of units; all of them
 * @param limit how many articles are read, from the first on; empty for all
 * @param sample how many articles are drawn at random, or null for all
 */
public record Selection(
        List<Condition> conditions,
        OptionalLong limit,
        @Nullable Sample sample) {
    /** Everything. */
    public static final Selection ALL = new Selection(List.of(), OptionalLong.empty(), null);

    public Selection {
        conditions = List.copyOf(conditions);
        if (limit.isPresent() && limit.getAsLong() < 1) {
            throw new IllegalArgumentException("The limit must be 1 or more, but was " + limit.getAsLong());
        }
        if (limit.isPresent() && sample != null) {
            throw new IllegalArgumentException("A corpus is either limited or sampled, but both were asked for");
        }
    }

    /**
     * A cell that an article's row must have.
     *
     * @param column the name of a column
     * @param value its content, to the letter
     */
    public record Condition(String column, String value) {
        public Condition {
            if (column.isBlank()) {
                throw new IllegalArgumentException("A condition needs a column, but it was blank");
            }
        }

        boolean holds(Map<String, String> cells) {
            return Objects.requireNonNullElse(cells.get(column), "").equals(value);
        }
    }

    /**
     * A simple random sample without replacement; the same corpus and seed give the same sample.
     *
     * @param size how many articles; all of them where the corpus has fewer
     * @param seed of the draw
     */
    public record Sample(int size, long seed) {
        public Sample {
            if (size < 1) {
                throw new IllegalArgumentException("A sample needs 1 article or more, but was to have " + size);
            }
        }
    }

    /** The selection by the names of its options; those that are not used are left out. */
    Map<String, String> options() {
        Map<String, String> options = new TreeMap<>();
        if (!conditions.isEmpty()) {
            options.put(
                    "where",
                    conditions.stream()
                            .map(condition -> condition.column() + "=" + condition.value())
                            .collect(Collectors.joining("; ")));
        }
        limit.ifPresent(count -> options.put("limit", String.valueOf(count)));
        if (sample != null) {
            options.put("sample", String.valueOf(sample.size()));
            options.put("seed", String.valueOf(sample.seed()));
        }
        return options;
    }

    /** Whether the cells of a row, or the columns carried with an article, meet every condition. */
    boolean wants(Map<String, String> cells) {
        return conditions.stream().allMatch(condition -> condition.holds(cells));
    }
}
