package framing.scoring;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The summary beside the output, for papers and programs.
 *
 * @param run what the output depends on
 * @param summary what the run came to
 * @param uncorrectedShares the share of sentences with each label, by facet and label id: of a model's labels, not of the
 *     truth
 */
record FinishedRun(RunDescription run, ScoringSummary summary, Map<String, Map<String, Double>> uncorrectedShares) {

    static FinishedRun of(RunDescription run, ScoringSummary summary) {
        Map<String, Map<String, Double>> shares = new LinkedHashMap<>();
        summary.counts().forEach((facet, labels) -> {
            Map<String, Double> share = new LinkedHashMap<>();
            labels.forEach((label, count) -> share.put(label, (double) count / Math.max(1, summary.sentences())));
            shares.put(facet, share);
        });
        return new FinishedRun(run, summary, shares);
    }
}
