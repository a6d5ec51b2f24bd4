package framing.scoring;

import framing.Progress;
import framing.UserFacingException;
import framing.classifier.SentenceClassifier;
import framing.encoder.Precision;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Labels a corpus in Apache Spark: the same labels as {@link CorpusScorer}'s, row for row, on as many machines as there
 * are. The model is opened once in each process. The order of rows is Spark's; sort by doc_id and sentence_index. Spark
 * repeats what fails, and puts the output of whole tasks alone in place.
 */
public final class SparkScorer {
    private final SentenceClassifier classifier;
    private final ClassifierSource source;
    private final Progress progress;

    SparkScorer(SentenceClassifier classifier, ClassifierSource source, Progress progress) {
        this.classifier = classifier;
        this.source = source;
        this.progress = progress;
    }

    /**
     * A scorer with the model of a folder that every machine reads under the same path.
     *
     * @param classifier the same model on this machine
     */
    public static SparkScorer of(SentenceClassifier classifier, Path model, Precision precision, Progress progress) {
        return new SparkScorer(
                classifier,
                new ClassifierSource.ModelPath(model.toAbsolutePath().toString(), precision),
                progress);
    }

    /** Scores, and ends Spark's session where it was begun here. */
    public void score(SparkPlan plan) {
        SparkSession.Builder builder = SparkSession.builder().appName("framing score");
        if (plan.master() != null) {
            builder.master(plan.master()).config("spark.ui.enabled", "false"); // a page that nobody asked for
            if (plan.master().startsWith("local")) { // nothing listens to other machines
                builder.config("spark.driver.host", "localhost").config("spark.driver.bindAddress", "127.0.0.1");
            }
        }
        try (SparkSession spark = builder.getOrCreate()) {
            score(plan, spark);
        } catch (Exception e) { // Spark throws checked exceptions that its methods do not declare
            throw inWords(e);
        }
    }

    private static RuntimeException inWords(Exception failure) {
        if (failure instanceof AnalysisException) {
            return new UserFacingException(
                    "Spark cannot do this: "
                            + String.valueOf(failure.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                    "Check the inputs and --out; an output that is there is replaced with --overwrite.",
                    failure);
        }
        return failure instanceof RuntimeException own
                ? own
                : new IllegalStateException("Spark failed: " + failure.getMessage(), failure);
    }

    private void score(SparkPlan plan, SparkSession spark) {
        Dataset<Row> articles = read(plan, spark);
        Set<String> columns = Set.of(articles.columns());
        for (String needed : List.of(plan.columns().id(), plan.columns().text())) {
            if (!columns.contains(needed)) {
                throw new UserFacingException(
                        "No column \"" + needed + "\" (found: " + String.join(", ", articles.columns()) + ").",
                        "Name the columns by --id-column and --text-column; in Spark each article needs an id.");
            }
        }
        Column usable = usable(plan, columns);
        List<String> carried = Arrays.stream(articles.columns())
                .filter(column -> !List.of(
                                plan.columns().id(),
                                plan.columns().title(),
                                plan.columns().text())
                        .contains(column))
                .toList();
        ScoreColumns output =
                new ScoreColumns(classifier.codebook(), classifier.card().reference(), carried, false);
        progress.say(String.format(
                Locale.ROOT,
                "Scoring with %s in Spark %s, to the folder %s as %s.",
                classifier.card().reference(),
                spark.version(),
                plan.output(),
                plan.format()));
        write(articles.filter(functions.not(usable)), plan.output() + ".rejected", plan);
        write(
                articles.filter(usable)
                        .mapPartitions(
                                new PartitionScorer(source, plan.columns(), carried, plan.format()),
                                Encoders.row(schema(output))),
                plan.output(),
                plan);
    }

    private static Dataset<Row> read(SparkPlan plan, SparkSession spark) {
        String name = plan.inputs().get(0).toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        String[] paths = plan.inputs().toArray(String[]::new);
        if (name.endsWith(".csv")) {
            return spark.read()
                    .option("header", true)
                    .option("multiLine", true)
                    .option("escape", "\"")
                    .csv(paths);
        }
        return name.endsWith(".jsonl") ? spark.read().json(paths) : spark.read().parquet(paths);
    }

    /** An id, and a title or a text. */
    private static Column usable(SparkPlan plan, Set<String> columns) {
        Column text = filled(plan.columns().text());
        Column words = columns.contains(plan.columns().title())
                ? text.or(filled(plan.columns().title()))
                : text;
        return filled(plan.columns().id()).and(words);
    }

    private static Column filled(String column) {
        Column cell = functions.coalesce(functions.col("`" + column + "`"), functions.lit(""));
        return functions.length(functions.trim(cell)).gt(0);
    }

    private static StructType schema(ScoreColumns columns) {
        StructType schema = new StructType();
        for (OutputColumn column : columns.columns()) {
            schema = schema.add(
                    column.name(),
                    switch (column.kind()) {
                        case TEXT -> DataTypes.StringType;
                        case WHOLE_NUMBER -> DataTypes.IntegerType;
                        case PROBABILITY -> DataTypes.DoubleType;
                    });
        }
        return schema;
    }

    private static void write(Dataset<Row> rows, String folder, SparkPlan plan) {
        DataFrameWriter<Row> writer = rows.write().mode(plan.overwrite() ? SaveMode.Overwrite : SaveMode.ErrorIfExists);
        switch (plan.format()) {
            case CSV -> writer.option("header", true).option("escape", "\"").csv(folder);
            case JSONL -> writer.json(folder);
            case PARQUET -> writer.parquet(folder);
        }
    }
}
