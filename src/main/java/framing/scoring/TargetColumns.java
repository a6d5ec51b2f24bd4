package framing.scoring;

import framing.classifier.MarkedPrediction;
import framing.codebook.Codebook;
import framing.codebook.Facet;
import framing.codebook.Mention;
import framing.corpus.Sentence;
import framing.scoring.OutputColumn.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of the output per target, in order, and the cells of one row: a target that a sentence mentions. */
final class TargetColumns {
    static final String DOCUMENT = "doc_id";
    static final String TARGET = "target_id";
    static final String HOLDER = "holder";

    private final PredictionColumns predictions;
    private final CarriedColumns carried;
    private final String model;
    private final String holderFacet;
    private final List<OutputColumn> columns;

    TargetColumns(Codebook codebook, String model, List<String> carriedColumns) {
        List<Facet> facets = codebook.facets(Facet.Per.TARGET);
        this.predictions = new PredictionColumns(facets);
        this.model = model;
        this.holderFacet = holderFacet(codebook);
        List<OutputColumn> own = new ArrayList<>(List.of(
                OutputColumn.text(DOCUMENT),
                new OutputColumn("sentence_index", Kind.WHOLE_NUMBER),
                OutputColumn.text(TARGET),
                OutputColumn.text("target"),
                OutputColumn.text("mention"),
                new OutputColumn("start", Kind.WHOLE_NUMBER),
                new OutputColumn("end", Kind.WHOLE_NUMBER)));
        own.addAll(predictions.columns());
        own.add(OutputColumn.text(HOLDER));
        List<OutputColumn> withModel = new ArrayList<>(own);
        withModel.add(ScoreColumns.MODEL);
        this.carried = new CarriedColumns(carriedColumns, withModel);
        this.columns = carried.between(own, ScoreColumns.MODEL);
    }

    /** The facet whose code says who holds a stance; empty where the codebook names none that it has. */
    private static String holderFacet(Codebook codebook) {
        return codebook.facets(Facet.Per.TARGET).stream()
                .map(Facet::holder)
                .filter(name -> codebook.facet(name)
                        .filter(facet -> facet.per() == Facet.Per.SENTENCE)
                        .isPresent())
                .findFirst()
                .orElse("");
    }

    List<OutputColumn> columns() {
        return columns;
    }

    /** The cells of the rows of a sentence by column, in order, one row a mention. */
    List<Map<String, Object>> rows(
            Sentence sentence, List<Mention> mentions, MarkedPrediction prediction, Map<String, String> row) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            Map<String, Object> cells = new LinkedHashMap<>();
            cells.put(DOCUMENT, sentence.documentId());
            cells.put("sentence_index", sentence.index());
            cells.put(TARGET, mention.target().id());
            cells.put("target", mention.target().name());
            cells.put("mention", mention.span().in(sentence.text()));
            cells.put("start", sentence.start() + mention.span().start());
            cells.put("end", sentence.start() + mention.span().end());
            predictions.put(prediction.targets().get(i), cells);
            cells.put(HOLDER, holderFacet.isEmpty() ? "" : prediction.sentence().label(holderFacet));
            carried.put(row, cells);
            cells.put(ScoreColumns.MODEL.name(), model);
            rows.add(cells);
        }
        return rows;
    }
}
