package framing.training;

import framing.UserFacingException;
import framing.codebook.AnnotationTable;
import framing.codebook.Split;
import java.nio.file.Path;
import java.util.List;
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
    private static final int FEW_UNITS = 300;

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
     * @param heldOut what is not learned from; empty lets the number of units decide
     * @param folds of the cross-validation that is reported beside the test; 0 for none, where there is a test
     */
    public record Splitting(Optional<HeldOut> heldOut, int folds) {
        public Splitting {
            if (folds < 0 || folds == 1) {
                throw new IllegalArgumentException("folds must be 0 or at least 2, but were " + folds);
            }
        }

        /** These shares held out, and folds. */
        public Splitting(double developmentShare, double testShare, int folds) {
            this(Optional.of(new HeldOut(developmentShare, testShare)), folds);
        }

        /** Folds, and what is held out decided by the number of units. */
        public static Splitting inFolds(int folds) {
            return new Splitting(Optional.empty(), folds);
        }
    }

    /**
     * What is not learned from, as shares of the units.
     *
     * @param developmentShare for early stopping and calibration
     * @param testShare for one judgement at the end
     */
    public record HeldOut(double developmentShare, double testShare) {
        /** A tenth for each. */
        public static final HeldOut TENTHS = new HeldOut(0.1, 0.1);

        /** Every unit is learned from; folds calibrate and judge. */
        static final HeldOut NOTHING = new HeldOut(0, 0);

        public HeldOut {
            boolean nothing = developmentShare == 0 && testShare == 0;
            if (!nothing && !(developmentShare > 0 && testShare > 0 && developmentShare + testShare < 1)) { // or NaN
                throw new IllegalArgumentException(
                        "development and test must be positive and leave room for training, or both be 0, but were "
                                + developmentShare + " and " + testShare);
            }
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
        return tier.orElse(few(table) ? Tier.FROZEN : Tier.TUNED);
    }

    /**
     * What is held out: as asked for, or a tenth for development and for test; nothing where the frozen tier learns from so
     * few units that a tenth would neither stop nor judge anything.
     */
    private HeldOut heldOutFor(AnnotationTable table) {
        Tier chosen = tierFor(table);
        HeldOut heldOut =
                splitting.heldOut().orElse(few(table) && chosen == Tier.FROZEN ? HeldOut.NOTHING : HeldOut.TENTHS);
        if (chosen == Tier.TUNED && heldOut.equals(HeldOut.NOTHING)) {
            throw new UserFacingException(
                    "The tuned tier needs development units, to stop and to calibrate by.",
                    "Give positive shares, or --tier frozen.");
        }
        return heldOut;
    }

    /** The plan's split of the units. */
    Split split(AnnotationTable table) {
        HeldOut heldOut = heldOutFor(table);
        return Split.byGroup(table.groups(), heldOut.developmentShare(), heldOut.testShare(), seed);
    }

    /** Splits of the units for cross-validation. */
    List<Split> folds(AnnotationTable table, int number) {
        return Split.folds(table.groups(), number, heldOutFor(table).developmentShare(), seed);
    }

    private static boolean few(AnnotationTable table) {
        long coded = table.annotations().stream()
                .filter(annotation -> !annotation.labels().isEmpty())
                .count();
        return coded < FEW_UNITS;
    }
}
