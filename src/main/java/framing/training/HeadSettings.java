package framing.training;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a head is fitted: multinomial logistic regression, by Adam (Kingma and Ba 2015) over minibatches, stopped by
 * development units; where there are too few of these, to the end, against a normal prior of its weights.
 *
 * @param learningRate of Adam
 * @param weightDecay strength of the L2 penalty on weights, per unit
 * @param dropout share of the features hidden in each step
 * @param batchSize units a step
 * @param maximumEpochs passes over the training units at the most
 * @param patience epochs without a better development score before stopping
 * @param priorVariance of a weight, where nothing stops the fitting
 */
public record HeadSettings(
        double learningRate,
        double weightDecay,
        double dropout,
        int batchSize,
        int maximumEpochs,
        int patience,
        double priorVariance) {
    public static final HeadSettings DEFAULT = new HeadSettings(1e-4, 1e-1, 0.2, 64, 60, 8, 1e-3);

    /** The settings by name, for a model's provenance. */
    Map<String, String> asMap() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("head_learning_rate", String.valueOf(learningRate));
        settings.put("head_weight_decay", String.valueOf(weightDecay));
        settings.put("head_dropout", String.valueOf(dropout));
        settings.put("head_batch_size", String.valueOf(batchSize));
        settings.put("head_maximum_epochs", String.valueOf(maximumEpochs));
        settings.put("head_patience", String.valueOf(patience));
        settings.put("head_prior_variance", String.valueOf(priorVariance));
        return settings;
    }
}
