package framing.scoring;

import framing.codebook.Prediction;
import framing.corpus.Sentence;
import java.util.Map;

/**
 * One row of the output.
 *
 * @param sentence the unit
 * @param storyId the id of the first article of its article's story; empty where stories are not told apart
 * @param prediction what the model says about it
 * @param carried the other columns of its row in the input
 */
record ScoredSentence(Sentence sentence, String storyId, Prediction prediction, Map<String, String> carried) {}
