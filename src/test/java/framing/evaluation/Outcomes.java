package framing.evaluation;

import framing.codebook.LabelDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Short ways to say what was given and predicted. */
final class Outcomes {
    private Outcomes() {}

    /** A model that is certain of one of three labels. */
    static LabelDistribution certain(int label) {
        float[] probabilities = new float[3];
        probabilities[label] = 1;
        return LabelDistribution.of(probabilities);
    }

    static Outcome outcome(String document, int actual, int predicted) {
        return Outcome.of(document, actual, certain(predicted));
    }

    static Outcome outcome(String document, int actual, int alsoAcceptable, int predicted) {
        return new Outcome(document, actual, OptionalInt.of(alsoAcceptable), certain(predicted));
    }

    /** Outcomes of one document, from pairs of actual and predicted labels. */
    static List<Outcome> pairs(int... labels) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < labels.length; i += 2) {
            outcomes.add(outcome("d", labels[i], labels[i + 1]));
        }
        return outcomes;
    }
}
