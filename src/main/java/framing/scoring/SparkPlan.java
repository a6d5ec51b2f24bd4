package framing.scoring;

import framing.corpus.CorpusColumns;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scoring run in Spark is to do.
 *
 * @param inputs files and folders of .parquet, .csv or .jsonl, all of one kind, where Spark finds them
 * @param columns where an article's parts stand; each row needs an id of its own
 * @param output the folder to write, where Spark finds it
 * @param format its form
 * @param overwrite whether an output that is there may be replaced
 * @param master Spark's master, as in local[2], or null where spark-submit has told it
 */
public record SparkPlan(
        List<String> inputs,
        CorpusColumns columns,
        String output,
        ScoringPlan.Format format,
        boolean overwrite,
        @Nullable String master) {
    public SparkPlan {
        inputs = List.copyOf(inputs);
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("a run needs an input");
        }
    }

    /** Whether Spark is on the class path, which the program does not carry; asked here, where no class of it is named. */
    public static boolean isPossible() {
        return SparkPlan.class.getClassLoader().getResource("org/apache/spark/sql/SparkSession.class") != null;
    }
}
