package framing.scoring;

import framing.codebook.Codebook;
import framing.codebook.Facet;
import framing.codebook.Prediction;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a scoring run came to, counted as it goes. */
public final class ScoringSummary {
    private final Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
    private long articles;
    private long sentences;
    private long rejected;
    private double seconds;

    ScoringSummary(Codebook codebook) {
        for (Facet facet : codebook.facets(Facet.Per.SENTENCE)) {
            Map<String, Long> labels = new LinkedHashMap<>();
            facet.labelIds().forEach(label -> labels.put(label, 0L));
            counts.put(facet.name(), labels);
        }
    }

    void countArticle() {
        articles++;
    }

    void count(Prediction prediction) {
        sentences++;
        counts.forEach((facet, labels) -> labels.merge(prediction.label(facet), 1L, Long::sum));
    }

    void finish(long rejectedRows, double secondsTaken) {
        rejected = rejectedRows;
        seconds = secondsTaken;
    }

    public long articles() {
        return articles;
    }

    public long sentences() {
        return sentences;
    }

    public long rejected() {
        return rejected;
    }

    public double seconds() {
        return seconds;
    }

    /** How many sentences were given each label, by facet and label id: uncorrected counts of a model's labels. */
    public Map<String, Map<String, Long>> counts() {
        return counts;
    }
}
