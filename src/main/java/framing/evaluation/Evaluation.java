package framing.evaluation;

import framing.codebook.Facet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Everything that is measured about a model's predictions for one facet. Where there are no outcomes, every measure is
 * empty.
 *
 * @param facet the facet's name
 * @param units the number of units
 * @param documents the number of documents they come from
 * @param scores how well the labels that were given are recognised
 * @param lenient the same where a second acceptable label counts as right; empty when no unit has one
 * @param confusion which labels are taken for which
 * @param agreement of the model with the coder, as though the model were a second coder
 * @param probabilities how far the model's probabilities can be believed
 */
public record Evaluation(
        String facet,
        int units,
        int documents,
        Scores scores,
        Optional<Scores> lenient,
        ConfusionMatrix confusion,
        Agreement agreement,
        ProbabilityScores probabilities) {

    /**
     * What a confusion matrix says, with intervals over documents.
     *
     * @param accuracy see {@link ConfusionMatrix#accuracy}
     * @param macroF1 see {@link ConfusionMatrix#macroF1}
     * @param labels the scores of each label, in the facet's order
     */
    public record Scores(Estimate accuracy, Estimate macroF1, List<LabelScores> labels) {
        public Scores {
            labels = List.copyOf(labels);
        }

        private static Scores of(Bootstrap<ConfusionMatrix> bootstrap) {
            ConfusionMatrix sample = bootstrap.sample();
            return new Scores(
                    bootstrap.estimate(ConfusionMatrix::accuracy),
                    bootstrap.estimate(ConfusionMatrix::macroF1),
                    IntStream.range(0, sample.labels().size())
                            .mapToObj(label -> sample.scores(label)
                                    .withF1Interval(bootstrap
                                            .estimate(matrix -> matrix.f1(label))
                                            .interval()))
                            .toList());
        }
    }

    /** The evaluation with intervals from {@link Bootstrap#RESAMPLES} resamples. */
    public static Evaluation of(Facet facet, List<Outcome> outcomes, long seed) {
        return of(facet, outcomes, seed, Bootstrap.RESAMPLES);
    }

    /**
     * Evaluates predictions for a facet.
     *
     * @param facet the facet whose labels the outcomes count
     * @param outcomes one for each unit
     * @param seed for the resampling of documents
     * @param resamples how often to resample them
     */
    public static Evaluation of(Facet facet, List<Outcome> outcomes, long seed, int resamples) {
        List<String> labels = facet.labelIds();
        DocumentCounts strictCells = ConfusionMatrix.cells(outcomes, labels.size(), Outcome::actual);
        DocumentCounts lenientCells = ConfusionMatrix.cells(outcomes, labels.size(), Outcome::lenientActual);
        boolean anySecond =
                outcomes.stream().anyMatch(outcome -> outcome.alsoAcceptable().isPresent());
        return new Evaluation(
                facet.name(),
                outcomes.size(),
                strictCells.documents(),
                scores(labels, strictCells, seed, resamples),
                anySecond ? Optional.of(scores(labels, lenientCells, seed, resamples)) : Optional.empty(),
                ConfusionMatrix.of(labels, outcomes),
                Agreement.of(labels, codedUnits(outcomes), seed, resamples),
                ProbabilityScores.of(outcomes));
    }

    private static Scores scores(List<String> labels, DocumentCounts cells, long seed, int resamples) {
        return Scores.of(Bootstrap.ofDocuments(cells, sums -> ConfusionMatrix.ofCells(labels, sums), seed, resamples));
    }

    private static List<CodedUnit> codedUnits(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> new CodedUnit(outcome.document(), List.of(outcome.actual(), outcome.predictedLabel())))
                .toList();
    }
}
