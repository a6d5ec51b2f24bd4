package framing.scoring;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a scoring run came to.
 *
 * @param articles how many were scored
 * @param sentences how many were scored
 * @param rejected rows that could not be used
 * @param cut sentences that were longer than the encoder reads
 * @param repeated sentences that were not encoded again, for the same text had been read in the same company shortly
 *     before; unlike all other counts it differs with the number of threads, and where a run was stopped, as {@code cut}
 *     may: what was under way then is done, and counted, again
 * @param counts how many sentences were given each label, by facet and label id: uncorrected counts of a model's labels
 * @param targets shares by target and holder; empty while the run goes on and where no targets were asked about
 * @param timings what took how long
 */
public record ScoringSummary(
        long articles,
        long sentences,
        long rejected,
        long cut,
        long repeated,
        Map<String, Map<String, Long>> counts,
        List<TargetShare> targets,
        Timings timings) {
    public ScoringSummary {
        targets = List.copyOf(targets);
        Map<String, Map<String, Long>> copies = new LinkedHashMap<>();
        counts.forEach((facet, labels) -> copies.put(facet, Collections.unmodifiableMap(new LinkedHashMap<>(labels))));
        counts = Collections.unmodifiableMap(copies);
    }

    /**
     * What took how long, in seconds, of all parts of a run that was stopped and went on.
     *
     * @param threads that labelled at the same time, in the last part
     * @param scoring from the first article to the last, without start-up and the reading beforehand
     * @param encoder spent in the encoder's runtime, added up over threads
     * @param checkpoints spent bringing checkpoints to disk
     */
    public record Timings(int threads, double scoring, double encoder, double checkpoints) {}

    ScoringSummary with(List<TargetShare> shares) {
        return new ScoringSummary(articles, sentences, rejected, cut, repeated, counts, shares, timings);
    }

    /** The seconds from the first article to the last. */
    public double seconds() {
        return timings.scoring();
    }
}
