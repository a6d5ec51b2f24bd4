package framing.scoring;

import framing.codebook.Codebook;
import framing.codebook.Prediction;
import java.util.List;

/** Summaries of runs that never were, for tests of what is told about them. */
public final class Summaries {
    private Summaries() {}

    /** A run over these articles, each a list of predictions. */
    public static ScoringSummary of(Codebook codebook, List<List<Prediction>> articles, long rejected, double seconds) {
        ScoringSummary summary = new ScoringSummary(codebook);
        for (List<Prediction> article : articles) {
            summary.countArticle();
            article.forEach(summary::count);
        }
        summary.finish(rejected, seconds);
        return summary;
    }
}
