package framing.training;

import framing.UserFacingException;
import framing.classifier.Neighbours;
import framing.classifier.SentenceClassifier;
import framing.codebook.Annotation;
import framing.codebook.AnnotationTable;
import framing.codebook.Facet;
import framing.corpus.Span;
import framing.encoder.MarkedSentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Annotated units, laid out in their articles. A unit is a sentence, or a target in one.
 *
 * @param table what was read
 * @param articles in reading order; a sentence whose place in an article is not known is an article of its own
 */
record TrainingSet(AnnotationTable table, List<List<Sentence>> articles) {
    /**
     * A sentence of an article and what was annotated of it.
     *
     * @param marked its text, and the stretches that name targets
     * @param units the places of its annotations in the table: of the sentence itself, where it was annotated, then of
     *     its targets in the order of the marks
     */
    record Sentence(MarkedSentence marked, List<Integer> units) {}

    static TrainingSet of(AnnotationTable table) {
        List<List<Sentence>> articles = new ArrayList<>();
        List<Annotation> all = table.annotations();
        for (int from = 0, to; from < all.size(); from = to) {
            to = endOfSentence(all, from);
            if (from == 0
                    || !sameArticle(all.get(from - 1), all.get(from))
                    || articles.get(articles.size() - 1).size() == SentenceClassifier.LONGEST_READ) {
                articles.add(new ArrayList<>());
            }
            articles.get(articles.size() - 1).add(sentence(all, from, to));
        }
        return new TrainingSet(table, articles);
    }

    /** The place after the last annotation that speaks of the same sentence as this one. */
    private static int endOfSentence(List<Annotation> all, int from) {
        int to = from + 1;
        while (to < all.size()
                && sameArticle(all.get(from), all.get(to))
                && all.get(from).sentence().index() == all.get(to).sentence().index()) {
            to++;
        }
        return to;
    }

    private static boolean sameArticle(Annotation before, Annotation unit) {
        return unit.ordered()
                && before.sentence().documentId().equals(unit.sentence().documentId());
    }

    private static Sentence sentence(List<Annotation> all, int from, int to) {
        List<Integer> units = new ArrayList<>();
        List<MarkedSentence.Mark> marks = new ArrayList<>();
        for (int unit = from; unit < to; unit++) {
            units.add(unit);
            Span target = all.get(unit).target();
            if (target != null) {
                marks.add(new MarkedSentence.Mark(target.start(), target.end()));
            }
        }
        return new Sentence(new MarkedSentence(all.get(from).sentence().text(), marks), units);
    }

    /** The sentences of each article, as the encoder takes them. */
    List<List<MarkedSentence>> marked() {
        return articles.stream().map(TrainingSet::marked).toList();
    }

    /** The sentences of one article, as the encoder takes them. */
    static List<MarkedSentence> marked(List<Sentence> article) {
        return article.stream().map(Sentence::marked).toList();
    }

    /** The articles that hold at least one of these units. */
    List<List<Sentence>> articlesWith(List<Integer> units) {
        Set<Integer> wanted = new HashSet<>(units);
        return articles.stream()
                .filter(article -> article.stream()
                        .anyMatch(sentence -> sentence.units().stream().anyMatch(wanted::contains)))
                .toList();
    }

    /** Whether a unit is a target in a sentence, and not the sentence. */
    boolean isTarget(int unit) {
        return table.annotations().get(unit).target() != null;
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
        facetWithoutTwoLabels(train).ifPresent(facet -> {
            List<Integer> labels = labels(facet, train);
            throw new UserFacingException(
                    "Facet " + facet.name() + " has "
                            + (labels.isEmpty()
                                    ? "no coded unit"
                                    : "only the code " + facet.labelIds().get(labels.get(0)))
                            + " among the training documents.",
                    "Label more documents, or leave the facet out with --facet.");
        });
    }

    /** The first facet of which these units carry fewer than two codes. */
    Optional<Facet> facetWithoutTwoLabels(List<Integer> units) {
        return table.codebook().facets().stream()
                .filter(facet -> labels(facet, units).size() < 2)
                .findFirst();
    }

    /** The different labels that these units were given for a facet. */
    List<Integer> labels(Facet facet, List<Integer> units) {
        return coded(facet, units).stream()
                .map(unit -> label(facet, unit))
                .distinct()
                .toList();
    }

    /**
     * The features of every unit.
     *
     * @param vectors of each article's sentences, then of all their marks
     */
    float[][] features(List<float[][]> vectors, Neighbours neighbours) {
        float[][] features = new float[table.annotations().size()][];
        for (int article = 0; article < articles.size(); article++) {
            List<Sentence> sentences = articles.get(article);
            float[][] own = Arrays.copyOf(vectors.get(article), sentences.size());
            int mark = sentences.size();
            for (int place = 0; place < sentences.size(); place++) {
                float[] ofSentence = neighbours.features(own, place);
                for (int unit : sentences.get(place).units()) {
                    features[unit] = isTarget(unit)
                            ? Neighbours.targetFeatures(ofSentence, vectors.get(article)[mark++])
                            : ofSentence;
                }
            }
        }
        return features;
    }
}
