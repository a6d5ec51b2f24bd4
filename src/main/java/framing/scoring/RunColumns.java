package framing.scoring;

import framing.codebook.Codebook;
import framing.corpus.CorpusSurvey;
import java.util.List;

/**
 * The columns of a run's two outputs.
 *
 * @param codebook what the model says
 * @param scores of the output with one row a sentence
 * @param targets of the output with one row a target in a sentence
 */
record RunColumns(Codebook codebook, ScoreColumns scores, TargetColumns targets) {
    static RunColumns of(Codebook codebook, String model, CorpusSurvey survey, ScoringPlan plan) {
        List<String> carried = survey.carriedColumns();
        return new RunColumns(
                codebook,
                new ScoreColumns(codebook, model, carried, plan.stories()),
                new TargetColumns(codebook, model, carried));
    }
}
