package framing.scoring;

import framing.UserFacingException;
import framing.codebook.Codebook;
import framing.codebook.Facet;
import framing.codebook.Label;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The columns of the output, in order, and the cells of one row. A carried column whose name the output needs itself, in
 * whatever case, is carried as input_NAME.
 */
final class ScoreColumns {
    private static final List<String> SENTENCE = List.of("doc_id", "sentence_index", "role", "start", "end", "text");
    private static final String STORY = "story_id";
    private static final String MODEL = "model";
    private static final Set<String> WHOLE_NUMBERS = Set.of("sentence_index", "start", "end");
    private static final String RENAMED = "input_";

    private final Codebook codebook;
    private final String model;
    private final boolean stories;
    private final List<String> names = new ArrayList<>(SENTENCE);
    /** Output name by carried column. */
    private final Map<String, String> carried = new LinkedHashMap<>();

    /**
     * The columns of a run.
     *
     * @param stories whether there is a column story_id
     */
    ScoreColumns(Codebook codebook, String model, List<String> carriedColumns, boolean stories) {
        this.codebook = codebook;
        this.model = model;
        this.stories = stories;
        if (stories) {
            names.add(STORY);
        }
        for (Facet facet : codebook.facets(Facet.Per.SENTENCE)) {
            names.add(facet.name());
            names.add(facet.name() + "_probability");
        }
        for (Facet facet : codebook.facets(Facet.Per.SENTENCE)) {
            facet.labels().forEach(label -> names.add(probabilityColumn(facet, label)));
        }
        Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER); // Parquet and SQL know no case
        taken.add(MODEL);
        for (String name : names) {
            if (!taken.add(name)) {
                throw new UserFacingException(
                        "The codebook would give scored output two columns named " + name + ".",
                        "Rename the facet or the code in the labels or the codebook, and train again.");
            }
        }
        for (String column : carriedColumns) {
            String name = column;
            while (!taken.add(name)) {
                name = RENAMED + name;
            }
            carried.put(column, name);
            names.add(name);
        }
        names.add(MODEL);
    }

    static String probabilityColumn(Facet facet, Label label) {
        return "p_" + facet.name() + "_" + label.id();
    }

    List<String> names() {
        return names;
    }

    /** The columns with what is in them. */
    List<OutputColumn> columns() {
        Set<String> probabilities = new HashSet<>();
        for (Facet facet : codebook.facets(Facet.Per.SENTENCE)) {
            probabilities.add(facet.name() + "_probability");
            facet.labels().forEach(label -> probabilities.add(probabilityColumn(facet, label)));
        }
        return names.stream()
                .map(name -> new OutputColumn(
                        name,
                        WHOLE_NUMBERS.contains(name)
                                ? OutputColumn.Kind.WHOLE_NUMBER
                                : probabilities.contains(name)
                                        ? OutputColumn.Kind.PROBABILITY
                                        : OutputColumn.Kind.TEXT))
                .toList();
    }

    /** The carried columns that had to take another name, with that name. */
    Map<String, String> renamed() {
        Map<String, String> renamed = new LinkedHashMap<>(carried);
        renamed.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
        return renamed;
    }

    /** The row's cells by column, in order; whole numbers and probabilities as numbers. */
    Map<String, Object> cells(ScoredSentence row) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("doc_id", row.sentence().documentId());
        cells.put("sentence_index", row.sentence().index());
        cells.put("role", row.sentence().role().id());
        cells.put("start", row.sentence().start());
        cells.put("end", row.sentence().end());
        cells.put("text", row.sentence().text());
        if (stories) {
            cells.put(STORY, row.storyId());
        }
        for (Facet facet : codebook.facets(Facet.Per.SENTENCE)) {
            cells.put(facet.name(), row.prediction().label(facet.name()));
            cells.put(
                    facet.name() + "_probability",
                    Probability.of(row.prediction().probability(facet.name())));
        }
        for (Facet facet : codebook.facets(Facet.Per.SENTENCE)) {
            for (int label = 0; label < facet.labels().size(); label++) {
                cells.put(
                        probabilityColumn(facet, facet.labels().get(label)),
                        Probability.of(
                                row.prediction().distribution(facet.name()).probability(label)));
            }
        }
        carried.forEach((column, name) -> cells.put(name, row.carried().getOrDefault(column, "")));
        cells.put(MODEL, model);
        return cells;
    }
}
