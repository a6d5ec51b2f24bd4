package framing.scoring;

import framing.classifier.SentenceClassifier;
import framing.codebook.Prediction;
import framing.corpus.Article;
import framing.corpus.CorpusColumns;
import framing.corpus.Document;
import framing.corpus.Sentence;
import framing.corpus.SentenceSplitter;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Scores the articles of one partition, in its order, a batch at a time. All partitions that a process works on share one
 * classifier, which lives as long as the process.
 */
final class PartitionScorer implements MapPartitionsFunction<Row, Row> {
    private static final SentenceSplitter SPLITTER = new SentenceSplitter();
    private static final Map<ClassifierSource, SentenceClassifier> OPENED = new ConcurrentHashMap<>();

    private final ClassifierSource source;
    private final String idColumn;
    private final String titleColumn;
    private final String textColumn;
    private final List<String> carried;
    private final ScoringPlan.Format format;

    /**
     * A scorer, which travels to the machines of a cluster.
     *
     * @param carried the columns that are kept for the output
     */
    PartitionScorer(ClassifierSource source, CorpusColumns columns, List<String> carried, ScoringPlan.Format format) {
        this.source = source;
        this.idColumn = columns.id();
        this.titleColumn = columns.title();
        this.textColumn = columns.text();
        this.carried = new ArrayList<>(carried);
        this.format = format;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        // Opened by the first who asks; whoever fails leaves it to the next.
        SentenceClassifier classifier = OPENED.computeIfAbsent(source, ClassifierSource::open);
        ScoreColumns output =
                new ScoreColumns(classifier.codebook(), classifier.card().reference(), carried, false);
        return new Scored(rows, classifier, output);
    }

    private Document document(Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String column : carried) {
            cells.put(column, text(row, column));
        }
        boolean titled = List.of(row.schema().fieldNames()).contains(titleColumn);
        return new Document(text(row, idColumn), titled ? text(row, titleColumn) : "", text(row, textColumn), cells);
    }

    private static String text(Row row, String column) {
        Object cell = row.getAs(column);
        return cell == null ? "" : cell.toString();
    }

    /** Numbers as numbers, and text made harmless where a spreadsheet will open it. */
    private Object cell(Object cell) {
        if (cell instanceof BigDecimal probability) {
            return probability.doubleValue();
        }
        return cell instanceof String text && format == ScoringPlan.Format.CSV ? CsvOutput.harmless(text) : cell;
    }

    /** The scored rows of a partition, made as they are asked for. */
    private final class Scored implements Iterator<Row> {
        private static final int BATCH_CHARACTERS = 40_000;

        private final Iterator<Row> rows;
        private final SentenceClassifier classifier;
        private final ScoreColumns output;
        private final Queue<Row> ready = new ArrayDeque<>();

        Scored(Iterator<Row> rows, SentenceClassifier classifier, ScoreColumns output) {
            this.rows = rows;
            this.classifier = classifier;
            this.output = output;
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && rows.hasNext()) {
                scoreBatch();
            }
            return !ready.isEmpty();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }

        private void scoreBatch() {
            List<Article> articles = new ArrayList<>();
            for (int size = 0; size < BATCH_CHARACTERS && rows.hasNext(); ) {
                Document document = document(rows.next());
                articles.add(Article.of(document, SPLITTER.split(document)));
                size += document.text().length();
            }
            List<List<Prediction>> predictions = classifier.classifyArticles(articles.stream()
                    .map(article ->
                            article.sentences().stream().map(Sentence::text).toList())
                    .toList());
            for (int i = 0; i < articles.size(); i++) {
                Article article = articles.get(i);
                for (int s = 0; s < article.sentences().size(); s++) {
                    ScoredSentence row = new ScoredSentence(
                            article.sentences().get(s),
                            "",
                            predictions.get(i).get(s),
                            article.carried().get(s));
                    ready.add(RowFactory.create(output.cells(row).values().stream()
                            .map(PartitionScorer.this::cell)
                            .toArray()));
                }
            }
        }
    }
}
