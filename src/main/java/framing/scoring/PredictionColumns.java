package framing.scoring;

import framing.codebook.Facet;
import framing.codebook.Label;
import framing.codebook.Prediction;
import framing.scoring.OutputColumn.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The columns of what a model says: each facet's code and its probability, then the probability of every code. */
record PredictionColumns(List<Facet> facets) {
    List<OutputColumn> columns() {
        List<OutputColumn> columns = new ArrayList<>();
        for (Facet facet : facets) {
            columns.add(OutputColumn.text(facet.name()));
            columns.add(new OutputColumn(ofCode(facet), Kind.PROBABILITY));
        }
        for (Facet facet : facets) {
            for (Label label : facet.labels()) {
                columns.add(new OutputColumn(of(facet, label), Kind.PROBABILITY));
            }
        }
        return columns;
    }

    private static String ofCode(Facet facet) {
        return facet.name() + "_probability";
    }

    private static String of(Facet facet, Label label) {
        return "p_" + facet.name() + "_" + label.id();
    }

    /** Puts the cells of a prediction, in the order of the columns. */
    void put(Prediction prediction, Map<String, Object> cells) {
        for (Facet facet : facets) {
            cells.put(facet.name(), prediction.label(facet.name()));
            cells.put(ofCode(facet), Probability.of(prediction.probability(facet.name())));
        }
        for (Facet facet : facets) {
            for (int label = 0; label < facet.labels().size(); label++) {
                cells.put(
                        of(facet, facet.labels().get(label)),
                        Probability.of(prediction.distribution(facet.name()).probability(label)));
            }
        }
    }
}
