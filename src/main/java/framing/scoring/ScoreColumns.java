package framing.scoring;

import framing.codebook.Codebook;
import framing.codebook.Facet;
import framing.scoring.OutputColumn.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of the output, in order, and the cells of one row: a sentence. */
final class ScoreColumns {
    private static final OutputColumn STORY = OutputColumn.text("story_id");
    static final OutputColumn MODEL = OutputColumn.text("model");

    private final PredictionColumns predictions;
    private final CarriedColumns carried;
    private final String model;
    private final boolean stories;
    private final List<OutputColumn> columns;

    /**
     * The columns of a run.
     *
     * @param stories whether there is a column story_id
     */
    ScoreColumns(Codebook codebook, String model, List<String> carriedColumns, boolean stories) {
        this.predictions = new PredictionColumns(codebook.facets(Facet.Per.SENTENCE));
        this.model = model;
        this.stories = stories;
        List<OutputColumn> own = new ArrayList<>(List.of(
                OutputColumn.text("doc_id"),
                new OutputColumn("sentence_index", Kind.WHOLE_NUMBER),
                OutputColumn.text("role"),
                new OutputColumn("start", Kind.WHOLE_NUMBER),
                new OutputColumn("end", Kind.WHOLE_NUMBER),
                OutputColumn.text("text")));
        if (stories) {
            own.add(STORY);
        }
        own.addAll(predictions.columns());
        List<OutputColumn> withModel = new ArrayList<>(own);
        withModel.add(MODEL);
        this.carried = new CarriedColumns(carriedColumns, withModel);
        this.columns = carried.between(own, MODEL);
    }

    /** The columns with what is in them. */
    List<OutputColumn> columns() {
        return columns;
    }

    /** The carried columns that had to take another name, with that name. */
    Map<String, String> renamed() {
        return carried.renamed();
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
            cells.put(STORY.name(), row.storyId());
        }
        predictions.put(row.prediction(), cells);
        carried.put(row.carried(), cells);
        cells.put(MODEL.name(), model);
        return cells;
    }
}
