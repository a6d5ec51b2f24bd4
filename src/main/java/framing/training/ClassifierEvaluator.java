package framing.training;

import framing.Progress;
import framing.classifier.MarkedPrediction;
import framing.classifier.SentenceClassifier;
import framing.codebook.Annotation;
import framing.codebook.AnnotationTable;
import framing.codebook.Facet;
import framing.codebook.Prediction;
import framing.evaluation.Evaluation;
import framing.evaluation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Judges a trained model on annotated units. */
public final class ClassifierEvaluator {
    private static final int SENTENCES_AT_A_TIME = 256;

    private final SentenceClassifier classifier;
    private final int threads;
    private final Progress progress;

    /** An evaluator that labels on this many threads; the result is the same for every number. */
    public ClassifierEvaluator(SentenceClassifier classifier, int threads, Progress progress) {
        this.classifier = classifier;
        this.threads = threads;
        this.progress = progress;
    }

    /** What the model says of each unit of the table, which must have been read with the model's codebook. */
    public List<Prediction> predict(AnnotationTable table) {
        return List.of(predict(TrainingSet.of(table)));
    }

    /**
     * One evaluation for each facet of the table.
     *
     * @param predictions one for each unit, see {@link #predict}
     * @param seed of the bootstrap intervals
     */
    public static List<Evaluation> evaluate(AnnotationTable table, List<Prediction> predictions, long seed) {
        List<Evaluation> evaluations = new ArrayList<>();
        for (Facet facet : table.codebook().facets()) {
            List<Outcome> outcomes = new ArrayList<>();
            for (int unit = 0; unit < predictions.size(); unit++) {
                Annotation annotation = table.annotations().get(unit);
                if (annotation.label(facet.name()) != null) {
                    outcomes.add(outcome(annotation, facet, predictions.get(unit)));
                }
            }
            evaluations.add(Evaluation.of(facet, outcomes, seed));
        }
        return evaluations;
    }

    /** What the classifier says of each annotated unit, by its place in the table. */
    private Prediction[] predict(TrainingSet set) {
        Prediction[] predictions = new Prediction[set.table().annotations().size()];
        try (Progress.Phase phase =
                progress.start("Labelling", "articles", set.articles().size())) {
            List<List<MarkedPrediction>> articles =
                    Batches.inOrder(set.marked(), SENTENCES_AT_A_TIME, threads, some -> {
                        List<List<MarkedPrediction>> labelled = classifier.classifyMarked(some);
                        phase.add(some.size());
                        return labelled;
                    });
            for (int article = 0; article < articles.size(); article++) {
                for (int place = 0; place < articles.get(article).size(); place++) {
                    MarkedPrediction of = articles.get(article).get(place);
                    int mark = 0;
                    for (int unit : set.articles().get(article).get(place).units()) {
                        predictions[unit] = set.isTarget(unit) ? of.targets().get(mark++) : of.sentence();
                    }
                }
            }
        }
        return predictions;
    }

    private static Outcome outcome(Annotation annotation, Facet facet, Prediction prediction) {
        String label = annotation.label(facet.name());
        String also = annotation.alsoAcceptable().get(facet.name());
        return new Outcome(
                annotation.group(),
                facet.indexOf(label == null ? "" : label),
                also == null ? OptionalInt.empty() : OptionalInt.of(facet.indexOf(also)),
                prediction.distribution(facet.name()));
    }
}
