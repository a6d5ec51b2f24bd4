package framing.training;

import java.nio.file.Path;

/**
 * What a training run is to do.
 *
 * @param modelId the name of the model
 * @param seed of the split and of everything random in training
 * @param developmentShare of the units, for early stopping and calibration
 * @param testShare of the units, for one judgement at the end
 * @param folds of the cross-validation that is reported beside the test; 0 for none
 * @param threads that encode at the same time
 * @param cache the folder that remembers encoded texts from run to run
 * @param frozen how the frozen tier learns
 */
public record TrainingPlan(
        String modelId,
        long seed,
        double developmentShare,
        double testShare,
        int folds,
        int threads,
        Path cache,
        FrozenSettings frozen) {
    public TrainingPlan {
        if (!(developmentShare > 0 && testShare > 0 && developmentShare + testShare < 1)) { // also refuses NaN
            throw new IllegalArgumentException(
                    "development and test must be positive and leave room for training, but were " + developmentShare
                            + " and " + testShare);
        }
        if (folds < 0 || folds == 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "folds must be 0 or at least 2 and threads at least 1, but were " + folds + " and " + threads);
        }
    }
}
