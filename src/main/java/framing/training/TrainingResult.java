package framing.training;

import framing.classifier.Model;
import framing.evaluation.Evaluation;
import java.util.List;

/**
 * A trained model and how good it is.
 *
 * @param model ready to be written
 * @param test one evaluation a facet, on the test units, used once
 * @param crossValidation one entry a facet; empty where none was asked for and a test judges, or where none was possible
 */
public record TrainingResult(Model model, List<Evaluation> test, List<CrossValidation> crossValidation) {
    public TrainingResult {
        test = List.copyOf(test);
        crossValidation = List.copyOf(crossValidation);
    }

    /** Whether units were left for a test; where not, cross-validation alone judges. */
    public boolean tested() {
        return tested(test);
    }

    static boolean tested(List<Evaluation> test) {
        return test.stream().anyMatch(evaluation -> evaluation.units() > 0);
    }

    /**
     * A facet's scores over grouped folds.
     *
     * @param facet the facet
     * @param foldMacroF1 macro-F1 of each fold
     * @param pooled all folds' predictions judged together, each unit by a model that saw nothing of its group
     */
    public record CrossValidation(String facet, List<Double> foldMacroF1, Evaluation pooled) {
        public CrossValidation {
            foldMacroF1 = List.copyOf(foldMacroF1);
        }

        public double meanMacroF1() {
            return foldMacroF1.stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(Double.NaN);
        }

        /** The standard deviation between folds, with n - 1 in the denominator. */
        public double standardDeviation() {
            double mean = meanMacroF1();
            double squares = foldMacroF1.stream()
                    .mapToDouble(f -> (f - mean) * (f - mean))
                    .sum();
            return Math.sqrt(squares / (foldMacroF1.size() - 1));
        }
    }
}
