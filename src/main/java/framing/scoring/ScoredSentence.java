package framing.scoring;

import framing.codebook.Prediction;
import framing.corpus.Sentence;
import java.util.Map;

/**
 * One row of the output.
 *
 * @param sentence the unit
 * @param prediction what the model says about it
 * @param carried the other columns of its row in the input
 */
public record ScoredSentence(Sentence sentence, Prediction prediction, Map<String, String> carried) {}
