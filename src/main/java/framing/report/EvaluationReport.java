package framing.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import framing.classifier.ModelCard;
import framing.codebook.Annotation;
import framing.codebook.AnnotationTable;
import framing.codebook.Facet;
import framing.codebook.Prediction;
import framing.corpus.Sentence;
import framing.evaluation.Evaluation;
import framing.report.EvaluationPage.Measure;
import framing.report.EvaluationPage.Part;
import framing.report.ModelError.Line;
import framing.report.ScoringPage.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * Makes the page about how good a model is on labelled sentences.
 *
 * @param card the model's
 * @param metrics what its folder keeps of the training run, as JSON
 * @param files the labelled sentences
 * @param table what was read from them
 * @param predictions what the model says of each unit of the table
 * @param evaluations one for each facet
 */
public record EvaluationReport(
        ModelCard card,
        String metrics,
        List<Path> files,
        AnnotationTable table,
        List<Prediction> predictions,
        List<Evaluation> evaluations) {
    private static final int MOST_ERRORS = 20;
    /** Sentences before and after an error. */
    private static final int AROUND = 2;

    public EvaluationReport {
        files = List.copyOf(files);
        predictions = List.copyOf(predictions);
        evaluations = List.copyOf(evaluations);
    }

    /** Writes the page. */
    public void write(Path output) throws IOException {
        JsonNode folds = new ObjectMapper().readTree(metrics).path("cross_validation");
        List<Part> parts = new ArrayList<>();
        for (Evaluation evaluation : evaluations) {
            Facet facet = table.codebook().facet(evaluation.facet()).orElseThrow();
            parts.add(Part.of(facet, evaluation, folds(folds.path(facet.name())), errors(facet)));
        }
        HtmlPage.write(output, "evaluation.jte", new EvaluationPage(card.reference(), parts, facts()));
    }

    private List<Fact> facts() {
        return List.of(
                new Fact("Model", card.reference() + ", " + card.tier()),
                new Fact("Encoder", card.encoder().id()),
                new Fact(
                        "Labelled sentences",
                        String.join(
                                ", ",
                                files.stream()
                                        .map(file -> String.valueOf(file.getFileName()))
                                        .toList())),
                new Fact(
                        "Rows that cannot be used",
                        Figures.count(table.rejected().size())),
                new Fact(
                        "Codebook",
                        table.codebook().name() + " " + table.codebook().version()),
                new Fact("Intervals", "95 %, percentiles of a bootstrap over whole documents or groups"));
    }

    /** The scores over folds of whole groups, as the training run left them. */
    private static List<Measure> folds(JsonNode facet) {
        List<Double> scores = StreamSupport.stream(facet.path("fold_macro_f1").spliterator(), false)
                .map(JsonNode::asDouble)
                .toList();
        if (scores.isEmpty()) {
            return List.of();
        }
        List<Measure> measures = new ArrayList<>();
        for (int fold = 0; fold < scores.size(); fold++) {
            measures.add(new Measure("fold " + (fold + 1), number(scores.get(fold)), ""));
        }
        JsonNode pooled = facet.at("/pooled/scores/macro_f1");
        JsonNode interval = pooled.path("interval");
        measures.add(new Measure(
                "all folds together",
                number(pooled.path("value").asDouble()),
                interval.isObject()
                        ? number(interval.path("low").asDouble()) + " to "
                                + number(interval.path("high").asDouble())
                        : ""));
        return measures;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** Units whose predicted code neither is nor may stand for the coder's, those first of which the model was surest. */
    private List<ModelError> errors(Facet facet) {
        String name = facet.name();
        return IntStream.range(0, predictions.size())
                .filter(unit -> isError(name, unit))
                .boxed()
                .sorted(Comparator.comparingDouble(
                        unit -> -predictions.get(unit).probability(name)))
                .limit(MOST_ERRORS)
                .map(unit -> error(facet, unit))
                .toList();
    }

    private boolean isError(String facet, int unit) {
        Annotation annotation = table.annotations().get(unit);
        String given = annotation.label(facet);
        if (given == null) {
            return false;
        }
        String predicted = predictions.get(unit).label(facet);
        return !predicted.equals(given)
                && !predicted.equals(annotation.alsoAcceptable().get(facet));
    }

    private ModelError error(Facet facet, int unit) {
        Annotation annotation = table.annotations().get(unit);
        Prediction prediction = predictions.get(unit);
        return new ModelError(
                table.documentsKnown() ? annotation.sentence().documentId() : "",
                nameOf(facet, String.valueOf(annotation.label(facet.name()))),
                nameOf(facet, prediction.label(facet.name())),
                Figures.percent(prediction.probability(facet.name())),
                around(unit));
    }

    private static String nameOf(Facet facet, String label) {
        return facet.labels().get(facet.indexOf(label)).name();
    }

    /** The unit among its neighbours in the article, where the table gives their order. */
    private List<Line> around(int unit) {
        List<Line> lines = new ArrayList<>();
        for (Sentence before : neighbours(unit, -1)) {
            lines.add(0, Line.around(before.text()));
        }
        lines.add(Line.atFault(table.annotations().get(unit)));
        neighbours(unit, 1).forEach(after -> lines.add(Line.around(after.text())));
        return lines;
    }

    /** The nearest sentences of the article on one side; a sentence coded for several targets counts once. */
    private List<Sentence> neighbours(int unit, int step) {
        List<Sentence> found = new ArrayList<>();
        Sentence last = table.annotations().get(unit).sentence();
        int place = unit + step;
        while (table.ordered()
                && found.size() < AROUND
                && place >= 0
                && place < table.annotations().size()) {
            Sentence near = table.annotations().get(place).sentence();
            if (!near.documentId().equals(last.documentId())) {
                break;
            }
            if (near.index() != last.index()) {
                found.add(near);
                last = near;
            }
            place += step;
        }
        return found;
    }
}
