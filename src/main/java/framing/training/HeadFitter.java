package framing.training;

import framing.classifier.Calibration;
import framing.classifier.Head;
import framing.codebook.LabelDistribution;
import framing.evaluation.ConfusionMatrix;
import framing.evaluation.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * Fits one head: multinomial logistic regression over standardised features, by DL4J, stopped at the epoch with the best
 * macro-F1 on the development units.
 */
final class HeadFitter {
    /** Fewer development units than this would stop training by chance. */
    private static final int FEWEST_TO_STOP_BY = 20;

    private final HeadSettings settings;
    private final long seed;

    HeadFitter(HeadSettings settings, long seed) {
        this.settings = settings;
        this.seed = seed;
    }

    /**
     * A fitted head and the epoch it is from.
     *
     * @param epoch counted from 1
     * @param developmentMacroF1 its score there; NaN without development units
     */
    record Fit(Head head, int epoch, double developmentMacroF1) {}

    /**
     * Fits a head.
     *
     * @param features of every unit, [unit][feature]
     * @param labels of every unit, -1 where it was not coded
     * @param train places of the units to learn from
     * @param development places of the units that decide when to stop; with fewer than {@value #FEWEST_TO_STOP_BY}, a third
     *     of the maximum of epochs runs
     * @param labelNames the facet's labels
     */
    Fit fit(float[][] features, int[] labels, List<Integer> train, List<Integer> development, List<String> labelNames) {
        int[] counts = new int[labelNames.size()];
        train.forEach(unit -> counts[labels[unit]]++);
        Standardiser standardiser = Standardiser.of(features, train);
        MultiLayerNetwork network = network(standardiser.size(), ClassWeights.of(counts));
        List<Integer> order = new ArrayList<>(train);
        Random random = new Random(seed);
        boolean stops = development.size() >= FEWEST_TO_STOP_BY;
        int epochs = stops ? settings.maximumEpochs() : Math.max(1, settings.maximumEpochs() / 3);
        Fit best = null;
        for (int epoch = 1; epoch <= epochs; epoch++) {
            Collections.shuffle(order, random);
            for (int from = 0; from < order.size(); from += settings.batchSize()) {
                List<Integer> batch = order.subList(from, Math.min(from + settings.batchSize(), order.size()));
                network.fit(standardiser.apply(features, batch), oneHot(labels, batch, counts.length));
            }
            Head head = standardiser.fold(
                    network.getLayer(0).getParam("W"), network.getLayer(0).getParam("b"));
            double score = macroF1(head, features, labels, development, labelNames);
            if (best == null || !stops || score > best.developmentMacroF1()) {
                best = new Fit(head, epoch, score);
            } else if (epoch - best.epoch() >= settings.patience()) {
                break;
            }
        }
        return Objects.requireNonNull(best);
    }

    private MultiLayerNetwork network(int features, float[] classWeights) {
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(settings.learningRate()))
                .l2(settings.weightDecay())
                .list()
                .layer(new OutputLayer.Builder(new LossMCXENT(Nd4j.createFromArray(classWeights)))
                        .nIn(features)
                        .nOut(classWeights.length)
                        .weightInit(WeightInit.ZERO)
                        .dropOut(1 - settings.dropout())
                        .activation(Activation.SOFTMAX)
                        .build())
                .build();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return network;
    }

    private static INDArray oneHot(int[] labels, List<Integer> units, int count) {
        float[] values = new float[units.size() * count];
        for (int row = 0; row < units.size(); row++) {
            values[row * count + labels[units.get(row)]] = 1;
        }
        return Nd4j.create(values, new long[] {units.size(), count}, 'c');
    }

    private static double macroF1(
            Head head, float[][] features, int[] labels, List<Integer> units, List<String> labelNames) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int unit : units) {
            LabelDistribution predicted = Calibration.NONE.apply(head.logits(features[unit]));
            outcomes.add(Outcome.of("", labels[unit], predicted));
        }
        return ConfusionMatrix.of(labelNames, outcomes).macroF1().orElse(Double.NaN);
    }
}
