package framing.training;

import framing.Progress;
import framing.UserFacingException;
import framing.classifier.Calibration;
import framing.classifier.FacetModel;
import framing.classifier.Head;
import framing.classifier.Neighbours;
import framing.codebook.Facet;
import framing.codebook.Split;
import framing.encoder.EncoderCard;
import framing.encoder.EncoderTrunk;
import framing.encoder.OnnxSentenceEncoder;
import framing.encoder.Reading;
import framing.encoder.Tensor;
import framing.encoder.TunedWeights;
import framing.encoder.Window;
import framing.evaluation.ConfusionMatrix;
import framing.evaluation.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tuned tier: the encoder's upper layers and the heads of all facets learn together (Devlin et al. 2019), from token
 * states that the frozen lower layers compute.
 */
final class TunedLearner implements Learner {
    private static final int ATTENTION_HEADS = 12;
    private static final double WARM_UP = 0.1;
    private static final int BATCHES_READ_AHEAD = 16;

    private final TrainingSet set;
    private final TrainingPlan plan;
    private final TunedSettings settings;
    private final Reading reading;
    private final EncoderCard card;
    private final EncoderTrunk trunk;
    private final Map<String, Tensor> own;
    private final Parameters initial;

    TunedLearner(TrainingSet set, TrainingPlan plan) {
        this.set = set;
        this.plan = plan;
        this.settings = plan.tuned();
        this.reading = set.table().ordered() ? new Reading(settings.windowTokens()) : Reading.ONE_BY_ONE;
        int depth = OnnxSentenceEncoder.LAYERS - settings.layers();
        this.card = OnnxSentenceEncoder.card(List.of(OnnxSentenceEncoder.LAYERS), plan.prefix(), reading);
        this.trunk = EncoderTrunk.open(depth, plan.prefix(), reading);
        this.own = EncoderTrunk.tensorsAbove(depth);
        this.initial = parameters(own);
    }

    private static Parameters parameters(Map<String, Tensor> tensors) {
        Parameters.Builder builder = Parameters.builder();
        tensors.forEach((name, tensor) -> {
            if (tensor.shape().length == 2) {
                builder.matrix(name, tensor.shape()[0], tensor.shape()[1], tensor.values());
            } else {
                builder.vector(name, tensor.values());
            }
        });
        return builder.build();
    }

    private Map<String, Tensor> tensors(Parameters parameters) {
        Map<String, Tensor> tensors = new TreeMap<>();
        own.forEach((name, tensor) -> tensors.put(name, new Tensor(tensor.shape(), parameters.get(name))));
        return tensors;
    }

    @Override
    public String tier() {
        return "tuned";
    }

    @Override
    public EncoderCard encoder() {
        return card;
    }

    @Override
    public Neighbours neighbours() {
        return new Neighbours(0);
    }

    @Override
    public Map<String, String> settings() {
        return settings.asMap();
    }

    @Override
    public Learned learn(Split split, long seed, Progress progress) {
        TunedLayers layers = TunedLayers.of(
                initial, ATTENTION_HEADS, settings.dropout(), plan.resources().threads());
        TunedHeads heads = new TunedHeads(facets(), classWeights(split), seed);
        fit(layers, heads, split, seed, progress);
        TunedWeights tuned = TunedWeights.between(own, tensors(layers.parameters()));
        tuned.applyTo(own).forEach((name, tensor) -> layers.parameters().set(name, tensor.values()));
        return learned(layers, heads, tuned, split, progress);
    }

    private List<Facet> facets() {
        return set.table().codebook().facets();
    }

    private List<float[]> classWeights(Split split) {
        List<float[]> weights = new ArrayList<>();
        for (Facet facet : facets()) {
            int[] counts = new int[facet.labels().size()];
            set.coded(facet, split.train()).forEach(unit -> counts[set.label(facet, unit)]++);
            weights.add(ClassWeights.of(counts));
        }
        return weights;
    }

    private void fit(TunedLayers layers, TunedHeads heads, Split split, long seed, Progress progress) {
        List<List<Integer>> articles = set.articlesWith(split.train());
        Set<Integer> learnedFrom = new HashSet<>(split.train());
        int tokens = WindowedUnits.tokens(WindowedUnits.of(set, articles, trunk));
        int steps = Math.max(1, settings.epochs() * tokens / settings.batchTokens());
        AdamW optimizer = new AdamW(
                List.of(
                        new AdamW.Group(layers.parameters(), layers.gradients(), settings.learningRate()),
                        new AdamW.Group(heads.weights(), heads.gradients(), settings.headLearningRate())),
                AdamW.Settings.OF_BERT,
                new AdamW.Schedule((int) (WARM_UP * steps), steps + settings.epochs()));
        Roughening roughening = new Roughening(set.table().ordered() ? settings.roughening() : 0);
        Random random = new Random(seed);
        Parameters bestLayers = layers.parameters().copy();
        Parameters bestHeads = heads.weights().copy();
        double best = Double.NEGATIVE_INFINITY;
        for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
            double loss = 0;
            List<List<WindowedUnits>> batches = WindowedUnits.batches(
                    WindowedUnits.shuffled(set, articles, trunk, roughening, random), settings.batchTokens());
            try (Progress.Phase phase = progress.start("Epoch " + epoch, "batches", batches.size())) {
                for (int from = 0; from < batches.size(); from += BATCHES_READ_AHEAD) {
                    List<List<WindowedUnits>> some =
                            batches.subList(from, Math.min(from + BATCHES_READ_AHEAD, batches.size()));
                    List<float[]> states = trunk.states(
                            some.stream()
                                    .flatMap(List::stream)
                                    .map(WindowedUnits::window)
                                    .toList(),
                            plan.resources().threads());
                    int first = 0;
                    for (List<WindowedUnits> batch : some) {
                        loss += step(
                                layers,
                                heads,
                                optimizer,
                                batch,
                                states.subList(first, first + batch.size()),
                                learnedFrom,
                                random);
                        first += batch.size();
                        phase.add(1);
                    }
                }
            }
            double score = developmentScore(layers, heads, split);
            progress.say(String.format(
                    Locale.ROOT,
                    "Epoch %d of %d: mean loss %.3f, development macro-F1 %.3f",
                    epoch,
                    settings.epochs(),
                    loss / batches.size(),
                    score));
            if (!(score <= best)) { // without development units the last epoch is kept
                best = score;
                bestLayers.assign(layers.parameters());
                bestHeads.assign(heads.weights());
            }
        }
        layers.parameters().assign(bestLayers);
        heads.weights().assign(bestHeads);
    }

    private double step(
            TunedLayers layers,
            TunedHeads heads,
            AdamW optimizer,
            List<WindowedUnits> batch,
            List<float[]> lower,
            Set<Integer> learnedFrom,
            Random random) {
        List<Window> windows = batch.stream().map(WindowedUnits::window).toList();
        List<Integer> units = batch.stream().flatMap(w -> w.units().stream()).toList();
        TokenStates states =
                layers.forward(TokenStates.pack(OnnxSentenceEncoder.LAYER_WIDTH, lower), random.nextLong());
        float[][] pooled = SentencePooling.forward(windows, states);
        float[][] mask = mask(pooled.length, random);
        multiply(pooled, mask);
        double[] loss = new double[1];
        float[][] dPooled = heads.backward(pooled, labels(units, learnedFrom), loss);
        multiply(dPooled, mask);
        layers.backward(SentencePooling.backward(windows, states, dPooled));
        try {
            optimizer.step();
        } catch (ArithmeticException e) {
            throw new UserFacingException(
                    "Training went astray: " + e.getMessage() + ".",
                    "Train with a smaller --learning-rate; nothing was written.",
                    e);
        }
        return loss[0];
    }

    /** Inverted dropout of the pooled vectors: kept numbers are scaled up, the others zero. */
    private float[][] mask(int rows, Random random) {
        float kept = (float) (1 / (1 - settings.dropout()));
        float[][] mask = new float[rows][OnnxSentenceEncoder.LAYER_WIDTH];
        for (float[] row : mask) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextFloat() < settings.dropout() ? 0 : kept;
            }
        }
        return mask;
    }

    private static void multiply(float[][] rows, float[][] factors) {
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < rows[row].length; i++) {
                rows[row][i] *= factors[row][i];
            }
        }
    }

    /** The labels of these units for each facet, -1 for those not coded or not to be learned from. */
    private int[][] labels(List<Integer> units, Set<Integer> learnedFrom) {
        int[][] labels = new int[facets().size()][units.size()];
        for (int f = 0; f < labels.length; f++) {
            for (int i = 0; i < units.size(); i++) {
                labels[f][i] = learnedFrom.contains(units.get(i)) ? set.label(facets().get(f), units.get(i)) : -1;
            }
        }
        return labels;
    }

    /** The mean over facets of macro-F1 on the development units; NaN without any. */
    private double developmentScore(TunedLayers layers, TunedHeads heads, Split split) {
        float[][] features = features(layers, split.development());
        double sum = 0;
        int judged = 0;
        for (int f = 0; f < facets().size(); f++) {
            Facet facet = facets().get(f);
            Head head = heads.heads().get(f);
            List<Outcome> outcomes = set.coded(facet, split.development()).stream()
                    .map(unit ->
                            Outcome.of("", set.label(facet, unit), Calibration.NONE.apply(head.logits(features[unit]))))
                    .toList();
            if (!outcomes.isEmpty()) {
                sum += ConfusionMatrix.of(facet.labelIds(), outcomes).macroF1().orElse(0);
                judged++;
            }
        }
        return judged == 0 ? Double.NaN : sum / judged;
    }

    /** The pooled vectors of the units of all articles that hold one of these, by place; null elsewhere. */
    private float[][] features(TunedLayers layers, List<Integer> units) {
        float[][] features = new float[set.table().annotations().size()][];
        List<WindowedUnits> windows = WindowedUnits.of(set, set.articlesWith(units), trunk);
        for (List<WindowedUnits> batch : WindowedUnits.batches(windows, 4 * settings.batchTokens())) {
            List<Window> read = batch.stream().map(WindowedUnits::window).toList();
            TokenStates states = layers.forward(TokenStates.pack(
                    OnnxSentenceEncoder.LAYER_WIDTH,
                    trunk.states(read, plan.resources().threads())));
            float[][] pooled = SentencePooling.forward(read, states);
            int row = 0;
            for (WindowedUnits window : batch) {
                for (int unit : window.units()) {
                    features[unit] = pooled[row++];
                }
            }
        }
        return features;
    }

    private Learned learned(TunedLayers layers, TunedHeads heads, TunedWeights tuned, Split split, Progress progress) {
        List<Integer> judged = new ArrayList<>(split.development());
        judged.addAll(split.test());
        float[][] features = features(layers, judged);
        Map<String, FacetModel> models = new TreeMap<>();
        for (int f = 0; f < facets().size(); f++) {
            Facet facet = facets().get(f);
            Head head = heads.heads().get(f);
            List<Integer> development = set.coded(facet, split.development());
            Calibration calibration = CalibrationFitter.fit(
                    development.stream()
                            .map(unit -> head.logits(features[unit]))
                            .toList(),
                    development.stream()
                            .mapToInt(unit -> set.label(facet, unit))
                            .toArray());
            progress.say(String.format(Locale.ROOT, "%s: temperature %.2f", facet.name(), calibration.temperature()));
            models.put(facet.name(), new FacetModel(head, calibration));
        }
        return new Learned(models, features, tuned);
    }

    @Override
    public void close() {
        trunk.close();
    }
}
