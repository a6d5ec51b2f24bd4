package framing.training;

import framing.UserFacingException;
import framing.classifier.Neighbours;
import framing.classifier.SentenceClassifier;
import framing.codebook.Annotation;
import framing.codebook.AnnotationTable;
import framing.codebook.Facet;
import framing.corpus.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Annotated units, laid out in their articles.
 *
 * @param table what was read
 * @param articles for each article the places of its units in the table, in reading order; a unit whose place in an
 *     article is not known is an article of its own
 */
record TrainingSet(AnnotationTable table, List<List<Integer>> articles) {
    static TrainingSet of(AnnotationTable table) {
        List<List<Integer>> articles = new ArrayList<>();
        for (int i = 0; i < table.annotations().size(); i++) {
            if (i == 0
                    || !continues(
                            table.annotations().get(i - 1), table.annotations().get(i))
                    || articles.get(articles.size() - 1).size() == SentenceClassifier.LONGEST_READ) {
                articles.add(new ArrayList<>());
            }
            articles.get(articles.size() - 1).add(i);
        }
        return new TrainingSet(table, articles);
    }

    private static boolean continues(Annotation before, Annotation unit) {
        Sentence sentence = unit.sentence();
        return unit.ordered() && before.sentence().documentId().equals(sentence.documentId());
    }

    /** The texts of each article's units. */
    List<List<String>> texts() {
        return articles.stream().map(this::texts).toList();
    }

    /** The texts of one article's units. */
    List<String> texts(List<Integer> article) {
        return article.stream()
                .map(unit -> table.annotations().get(unit).sentence().text())
                .toList();
    }

    /** The articles that hold at least one of these units. */
    List<List<Integer>> articlesWith(List<Integer> units) {
        Set<Integer> wanted = new HashSet<>(units);
        return articles.stream()
                .filter(article -> article.stream().anyMatch(wanted::contains))
                .toList();
    }

    /** The place of the label that a unit was given for a facet, or -1 where it was not coded. */
    int label(Facet facet, int unit) {
        String label = table.annotations().get(unit).label(facet.name());
        return label == null ? -1 : facet.indexOf(label);
    }

    /** Those of the units that were coded for the facet. */
    List<Integer> coded(Facet facet, List<Integer> units) {
        return units.stream().filter(unit -> label(facet, unit) >= 0).toList();
    }

    /**
     * Refuses units to learn from that carry fewer than two codes of some facet.
     *
     * @throws UserFacingException naming the facet
     */
    void requireTwoLabels(List<Integer> train) {
        for (Facet facet : table.codebook().facets()) {
            List<Integer> labels = coded(facet, train).stream()
                    .map(unit -> label(facet, unit))
                    .distinct()
                    .toList();
            if (labels.size() < 2) {
                throw new UserFacingException(
                        "Facet " + facet.name() + " has "
                                + (labels.isEmpty()
                                        ? "no coded unit"
                                        : "only the code " + facet.labelIds().get(labels.get(0)))
                                + " among the training documents.",
                        "Label more documents, or leave the facet out with --facet.");
            }
        }
    }

    /** The features of every unit, from the vectors of each article's units. */
    float[][] features(List<float[][]> vectors, Neighbours neighbours) {
        float[][] features = new float[table.annotations().size()][];
        for (int article = 0; article < articles.size(); article++) {
            List<Integer> units = articles.get(article);
            for (int place = 0; place < units.size(); place++) {
                features[units.get(place)] = neighbours.features(vectors.get(article), place);
            }
        }
        return features;
    }
}
