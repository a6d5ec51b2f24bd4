package framing.training;

import framing.codebook.AnnotationTable;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a training run is to do.
 *
 * @param modelId the name of the model
 * @param tier how it learns; empty lets the number of units decide
 * @param splitting how the units are divided
 * @param seed of the split and of everything random in training
 * @param prefix what the encoder is given before each text
 * @param frozen how the frozen tier learns
 * @param tuned how the tuned tier learns
 * @param resources what the run may use of the machine
 */
public record TrainingPlan(
        String modelId,
        Optional<Tier> tier,
        Splitting splitting,
        long seed,
        String prefix,
        FrozenSettings frozen,
        TunedSettings tuned,
        Resources resources) {
    /** With fewer coded units than this, tuning an encoder learns less than heads over a frozen one. */
    private static final int UNITS_WORTH_TUNING = 300;

    /**
     * A plan with what {@code framing train} does when no option says otherwise: the number of units decides the tier,
     * seed 1, every processor.
     *
     * @param cache the folder that remembers encoded texts from run to run
     */
    public static TrainingPlan of(String modelId, Splitting splitting, Path cache) {
        return new TrainingPlan(
                modelId,
                Optional.empty(),
                splitting,
                1,
                "",
                FrozenSettings.DEFAULT,
                TunedSettings.DEFAULT,
                new Resources(Runtime.getRuntime().availableProcessors(), cache));
    }

    /** This plan, learning in that way whatever the number of units. */
    public TrainingPlan withTier(Tier chosen) {
        return new TrainingPlan(modelId, Optional.of(chosen), splitting, seed, prefix, frozen, tuned, resources);
    }

    /** How a model learns. */
    public enum Tier {
        /** Heads over the encoder as it came. */
        FROZEN,
        /** The encoder's upper layers and the heads together. */
        TUNED
    }

    /**
     * How the units are divided, always by whole groups.
     *
     * @param developmentShare of the units, for early stopping and calibration
     * @param testShare of the units, for one judgement at the end
     * @param folds of the cross-validation that is reported beside the test; 0 for none
     */
    public record Splitting(double developmentShare, double testShare, int folds) {
        public Splitting {
            if (!(developmentShare > 0 && testShare > 0 && developmentShare + testShare < 1)) { // also refuses NaN
                throw new IllegalArgumentException(
                        "development and test must be positive and leave room for training, but were "
                                + developmentShare + " and " + testShare);
            }
            if (folds < 0 || folds == 1) {
                throw new IllegalArgumentException("folds must be 0 or at least 2, but were " + folds);
            }
        }

        /** Folds alone, each of which holds a tenth for development. */
        public static Splitting inFolds(int folds) {
            return new Splitting(0.1, 0.1, folds);
        }
    }

    /**
     * What a run may use of the machine.
     *
     * @param threads that compute at the same time
     * @param cache the folder that remembers encoded texts from run to run
     */
    public record Resources(int threads, Path cache) {
        public Resources {
            if (threads < 1) {
                throw new IllegalArgumentException("threads must be at least 1, but were " + threads);
            }
        }
    }

    /** The tier asked for, or the one that the number of coded units suggests. */
    Tier tierFor(AnnotationTable table) {
        long coded = table.annotations().stream()
                .filter(annotation -> !annotation.labels().isEmpty())
                .count();
        return tier.orElse(coded < UNITS_WORTH_TUNING ? Tier.FROZEN : Tier.TUNED);
    }
}
