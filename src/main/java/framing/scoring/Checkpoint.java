package framing.scoring;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a run has come. Behind it the output may be cut off and the run go on as if it had never been stopped.
 *
 * @param run what the output depends on
 * @param stage what the run was doing
 * @param rows how many rows of the input are done
 * @param lengths the bytes of each output that was begun, by the file's name
 * @param summary what the run came to so far
 */
record Checkpoint(RunDescription run, Stage stage, long rows, Map<String, Long> lengths, ScoringSummary summary) {
    /** What a run is doing. */
    enum Stage {
        SCORING,
        /** All is written; the files take their names. */
        FINISHING
    }

    Checkpoint {
        lengths = Collections.unmodifiableMap(new TreeMap<>(lengths));
    }
}
