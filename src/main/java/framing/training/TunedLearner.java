package framing.training;

import framing.Progress;
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
import framing.encoder.VectorCache;
import framing.tuning.Parameters;
import framing.tuning.TunedLayers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The tuned tier: the encoder's upper layers and the heads of all facets learn together (Devlin et al. 2019), from token
 * states that the frozen lower layers compute.
 */
final class TunedLearner implements Learner {
    private static final int ATTENTION_HEADS = 12;
    private static final long CACHE_BYTES = 4L << 30;

    private final TrainingSet set;
    private final TrainingPlan plan;
    private final TunedSettings settings;
    private final EncoderCard card;
    private final EncoderTrunk trunk;
    private final Map<String, Tensor> own;
    private final TuningCheckpoints checkpoints;

    TunedLearner(TrainingSet set, TrainingPlan plan, Progress progress) {
        this.set = set;
        this.plan = plan;
        boolean articles = set.table().ordered();
        Reading reading = articles ? new Reading(plan.tuned().windowTokens()) : Reading.ONE_BY_ONE;
        this.settings = plan.tuned().decided(!reading.equals(Reading.ONE_BY_ONE));
        int top = settings.topLayer().orElseThrow();
        int depth = top - settings.layers().orElseThrow();
        this.card = OnnxSentenceEncoder.card(List.of(top), plan.prefix(), reading);
        this.trunk = EncoderTrunk.open(depth, plan.prefix(), reading, cache(progress));
        this.own = EncoderTrunk.tensorsAbove(depth, top);
        this.checkpoints = TuningCheckpoints.of(set.table(), plan, progress::say);
    }

    /** Articles are cut into other windows in every epoch; sentences read one by one are always the same. */
    private @Nullable VectorCache cache(Progress progress) {
        return set.table().ordered()
                ? null
                : VectorCache.open(plan.resources().cache().resolve("states"), CACHE_BYTES, progress::say);
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
                ownParameters(),
                ATTENTION_HEADS,
                settings.dropout(),
                plan.resources().threads());
        TunedHeads heads = new TunedHeads(facets(), classWeights(split), seed);
        WindowReader reader = new WindowReader(set, trunk, plan.resources().threads());
        tune(new FineTuning(reader, layers, heads, settings, progress), layers, heads, split, seed);

        // What ships is rounded, so everything from here on is measured on the rounded layers.
        TunedWeights tuned = TunedWeights.between(own, tensors(layers.parameters()));
        tuned.applyTo(own).forEach((name, tensor) -> layers.parameters().set(name, tensor.values()));
        List<Integer> judged = new ArrayList<>(split.development());
        judged.addAll(split.test());
        float[][] features = reader.features(layers, judged);
        return new Learned(calibrated(heads.heads(), features, split, progress), features, tuned);
    }

    /**
     * Learns once for each seed, always from the same beginning, and keeps the mean of the weights, which costs nothing in
     * use (model soups: Wortsman et al. 2022).
     */
    private void tune(FineTuning run, TunedLayers layers, TunedHeads heads, Split split, long seed) {
        Parameters layersBefore = layers.parameters().copy();
        Parameters headsBefore = heads.weights().copy();
        List<Parameters> layersAfter = new ArrayList<>();
        List<Parameters> headsAfter = new ArrayList<>();
        for (int n = 0; n < settings.seeds(); n++) {
            layers.parameters().assign(layersBefore);
            heads.weights().assign(headsBefore);
            run.run(split, seed + n, checkpoints);
            layersAfter.add(layers.parameters().copy());
            headsAfter.add(heads.weights().copy());
        }
        layers.parameters().assign(Parameters.mean(layersAfter));
        heads.weights().assign(Parameters.mean(headsAfter));
    }

    private List<Facet> facets() {
        return set.table().codebook().facets();
    }

    private Parameters ownParameters() {
        Parameters.Builder builder = Parameters.builder();
        own.forEach((name, tensor) -> {
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

    private List<float[]> classWeights(Split split) {
        List<float[]> weights = new ArrayList<>();
        for (Facet facet : facets()) {
            int[] counts = new int[facet.labels().size()];
            set.coded(facet, split.train()).forEach(unit -> counts[set.label(facet, unit)]++);
            weights.add(ClassWeights.of(counts));
        }
        return weights;
    }

    private Map<String, FacetModel> calibrated(List<Head> heads, float[][] features, Split split, Progress progress) {
        Map<String, FacetModel> models = new TreeMap<>();
        for (int f = 0; f < heads.size(); f++) {
            Facet facet = facets().get(f);
            Head head = heads.get(f);
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
        return models;
    }

    @Override
    public void close() {
        trunk.close();
    }
}
