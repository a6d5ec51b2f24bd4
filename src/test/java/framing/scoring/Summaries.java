package framing.scoring;

import framing.codebook.Codebook;
import framing.codebook.Facet;
import framing.codebook.Prediction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Summaries of runs that never were, for tests of what is told about them. */
public final class Summaries {
    private Summaries() {}

    /** A run over these articles, each a list of predictions. */
    public static ScoringSummary of(Codebook codebook, List<List<Prediction>> articles, long rejected, double seconds) {
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        for (Facet facet : codebook.facets()) {
            Map<String, Long> labels = new LinkedHashMap<>();
            facet.labelIds().forEach(label -> labels.put(label, 0L));
            articles.forEach(article ->
                    article.forEach(prediction -> labels.merge(prediction.label(facet.name()), 1L, Long::sum)));
            counts.put(facet.name(), labels);
        }
        return new ScoringSummary(
                articles.size(),
                articles.stream().mapToLong(List::size).sum(),
                rejected,
                0,
                0,
                counts,
                List.of(),
                new ScoringSummary.Timings(1, seconds, 0, 0));
    }
}
