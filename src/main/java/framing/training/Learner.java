package framing.training;

import framing.Progress;
import framing.classifier.FacetModel;
import framing.classifier.Neighbours;
import framing.codebook.Facet;
import framing.codebook.LabelDistribution;
import framing.codebook.Split;
import framing.encoder.EncoderCard;
import framing.encoder.TunedWeights;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * One way to learn from annotated units: the seam between the tiers. It is made for one training set and may be asked to
 * learn from several splits of it.
 */
interface Learner extends AutoCloseable {
    /** The learner of the plan's tier. */
    static Learner of(TrainingSet set, TrainingPlan plan, Progress progress) {
        return switch (plan.tierFor(set.table())) {
            case FROZEN -> new FrozenLearner(set, plan, progress);
            case TUNED -> new TunedLearner(set, plan, progress);
        };
    }

    /** The tier's name in the model card. */
    String tier();

    /** The encoder that its models need. */
    EncoderCard encoder();

    /** What its models see of an article around a unit. */
    Neighbours neighbours();

    /** Every setting with the value used. */
    Map<String, String> settings();

    /**
     * Learns from the training units of a split, stopping and calibrating on its development units. Without any, the frozen
     * tier is fitted to the end and calibrated in folds of the training units; the tuned tier takes the last epoch and is not
     * calibrated.
     */
    Learned learn(Split split, long seed, Progress progress);

    /** Learns from each fold in turn and hands on what was learned; one model is in memory at a time. */
    default void learnFolds(List<Split> folds, long seed, Progress progress, BiConsumer<Split, Learned> use) {
        int number = 0;
        for (Split fold : folds) {
            progress.say("Fold " + ++number + " of " + folds.size());
            use.accept(fold, learn(fold, seed, progress));
        }
    }

    @Override
    void close();

    /**
     * What was learned from one split.
     *
     * @param facets the heads by facet name
     * @param features of the split's development and test units at least, as the heads see them, by place in the set
     * @param tuned what tuning changed of the encoder
     */
    record Learned(Map<String, FacetModel> facets, float[][] features, TunedWeights tuned) {
        /** What the heads say of a unit that has features. */
        LabelDistribution distribution(Facet facet, int unit) {
            FacetModel model = Objects.requireNonNull(facets.get(facet.name()));
            return model.calibration().apply(model.head().logits(features[unit]));
        }
    }
}
