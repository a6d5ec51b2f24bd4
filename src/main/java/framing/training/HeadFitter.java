package framing.training;

import framing.classifier.Calibration;
import framing.classifier.Head;
import framing.codebook.LabelDistribution;
import framing.evaluation.ConfusionMatrix;
import framing.evaluation.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntFunction;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Fits one head: multinomial logistic regression over standardised features, by DL4J. With enough development units it is
 * stopped at the epoch with the best macro-F1 on them; with fewer it is fitted to the end against a strong prior.
 */
final class HeadFitter {
    /** Fewer development units than this would stop training by chance. */
    private static final int FEWEST_TO_STOP_BY = 20;

    private static final int STEPS = 100;
    private static final double MOMENTUM = 0.9;

    private final HeadSettings settings;
    private final long seed;

    HeadFitter(HeadSettings settings, long seed) {
        this.settings = settings;
        this.seed = seed;
    }

    /**
     * A fitted head and the epoch it is from.
     *
     * @param epoch counted from 1; empty where nothing stopped it
     * @param developmentMacroF1 its score there; NaN without development units
     */
    record Fit(Head head, OptionalInt epoch, double developmentMacroF1) {}

    /**
     * Fits a head.
     *
     * @param features of every unit, [unit][feature]
     * @param labels of every unit, -1 where it was not coded
     * @param train places of the units to learn from
     * @param development places of the units that decide when to stop, where there are at least {@value #FEWEST_TO_STOP_BY}
     * @param labelNames the facet's labels
     */
    Fit fit(float[][] features, int[] labels, List<Integer> train, List<Integer> development, List<String> labelNames) {
        int[] counts = new int[labelNames.size()];
        train.forEach(unit -> counts[labels[unit]]++);
        float[] classWeights = ClassWeights.of(counts);
        Standardiser standardiser = Standardiser.of(features, train);
        if (development.size() < FEWEST_TO_STOP_BY) {
            Head head = againstPrior(
                    standardiser.apply(features, train),
                    oneHot(labels, train, counts.length),
                    classWeights,
                    standardiser);
            return new Fit(head, OptionalInt.empty(), macroF1(head, features, labels, development, labelNames));
        }
        IUpdater adam = new Adam(settings.learningRate());
        MultiLayerNetwork network =
                network(standardiser.size(), classWeights, adam, adam, settings.weightDecay(), settings.dropout());
        List<Integer> order = new ArrayList<>(train);
        Random random = new Random(seed);
        return best(epoch -> {
            for (List<Integer> batch : shuffledBatches(order, random)) {
                network.fit(standardiser.apply(features, batch), oneHot(labels, batch, counts.length));
            }
            Head head = head(network, standardiser);
            return new Fit(head, OptionalInt.of(epoch), macroF1(head, features, labels, development, labelNames));
        });
    }

    private List<List<Integer>> shuffledBatches(List<Integer> order, Random random) {
        Collections.shuffle(order, random);
        List<List<Integer>> batches = new ArrayList<>();
        for (int from = 0; from < order.size(); from += settings.batchSize()) {
            batches.add(order.subList(from, Math.min(from + settings.batchSize(), order.size())));
        }
        return batches;
    }

    /** The best of the fits after each epoch, until no later one has been better for a while. */
    private Fit best(IntFunction<Fit> afterEpoch) {
        Fit best = afterEpoch.apply(1);
        for (int epoch = 2; epoch <= settings.maximumEpochs(); epoch++) {
            Fit fit = afterEpoch.apply(epoch);
            if (fit.developmentMacroF1() > best.developmentMacroF1()) {
                best = fit;
            } else if (epoch - best.epoch().orElse(0) >= settings.patience()) {
                break;
            }
        }
        return best;
    }

    /**
     * The maximum a posteriori head of a few units. Every step sees all of them; it is as long as the curvature of the
     * loss allows, at most half the norm of sqrt(w) Z Z' sqrt(w) / n plus the penalty. The bias has no prior and a
     * curvature of at most 1/2.
     *
     * @param z standardised units, [unit x feature]
     * @param oneHot their labels, [unit x label]
     */
    private Head againstPrior(INDArray z, INDArray oneHot, float[] classWeights, Standardiser standardiser) {
        double penalty = 1 / (settings.priorVariance() * z.rows());
        INDArray weighted = z.mulColumnVector(
                Transforms.sqrt(oneHot.mmul(Nd4j.createFromArray(classWeights).reshape(classWeights.length, 1))));
        INDArray smaller = z.rows() < z.columns() ? weighted : weighted.transpose(); // either product has the same norm
        double curvature = smaller.mmul(smaller.transpose()).norm2Number().doubleValue() / z.rows() / 2;
        MultiLayerNetwork network = network(
                standardiser.size(),
                classWeights,
                new Nesterovs(1 / (curvature + penalty), MOMENTUM),
                new Nesterovs(1, MOMENTUM),
                penalty,
                0);
        for (int step = 0; step < STEPS; step++) {
            network.fit(z, oneHot);
        }
        return head(network, standardiser);
    }

    private static Head head(MultiLayerNetwork network, Standardiser standardiser) {
        return standardiser.fold(
                network.getLayer(0).getParam("W"), network.getLayer(0).getParam("b"));
    }

    private MultiLayerNetwork network(
            int features,
            float[] classWeights,
            IUpdater updater,
            IUpdater biasUpdater,
            double penalty,
            double dropout) {
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(updater)
                .biasUpdater(biasUpdater)
                .l2(penalty)
                .list()
                .layer(new OutputLayer.Builder(new LossMCXENT(Nd4j.createFromArray(classWeights)))
                        .nIn(features)
                        .nOut(classWeights.length)
                        .weightInit(WeightInit.ZERO)
                        .dropOut(dropout == 0 ? 0 : 1 - dropout) // the share that is kept, or 0 for none of this
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
