package framing.training;

import framing.Progress;
import framing.classifier.Calibration;
import framing.classifier.FacetModel;
import framing.classifier.Head;
import framing.classifier.Neighbours;
import framing.codebook.Facet;
import framing.codebook.Split;
import framing.encoder.CachingEncoder;
import framing.encoder.EncoderCard;
import framing.encoder.MarkedSentence;
import framing.encoder.OnnxSentenceEncoder;
import framing.encoder.Reading;
import framing.encoder.SentenceEncoder;
import framing.encoder.TunedWeights;
import framing.encoder.VectorCache;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The frozen tier: heads over the encoder as it came. Units are encoded once, whatever the number of splits. */
final class FrozenLearner implements Learner {
    private static final int SENTENCES_AT_A_TIME = 256;
    private static final int CALIBRATION_FOLDS = 5;
    private static final long CACHE_BYTES = 4L << 30;

    private final TrainingSet set;
    private final SentenceEncoder encoder;
    private final FrozenSettings settings;
    private final Neighbours neighbours;
    private final float[][] features;

    FrozenLearner(TrainingSet set, TrainingPlan plan, Progress progress) {
        this.set = set;
        this.settings = plan.frozen();
        this.neighbours = new Neighbours(set.table().ordered() ? settings.neighbours() : 0);
        this.encoder = new CachingEncoder(
                OnnxSentenceEncoder.open(settings.layers(), plan.prefix(), Reading.ONE_BY_ONE),
                VectorCache.open(plan.resources().cache(), CACHE_BYTES, progress::say));
        this.features = set.features(vectors(plan.resources().threads(), progress), neighbours);
    }

    private List<float[][]> vectors(int threads, Progress progress) {
        List<List<MarkedSentence>> articles = set.marked();
        long sentences = articles.stream().mapToLong(List::size).sum();
        try (Progress.Phase phase = progress.start("Encoding", "sentences", sentences)) {
            return Batches.inOrder(articles, SENTENCES_AT_A_TIME, threads, some -> {
                List<float[][]> read = encoder.encodeMarked(some);
                phase.add(some.stream().mapToLong(List::size).sum());
                return read;
            });
        }
    }

    @Override
    public String tier() {
        return "frozen";
    }

    @Override
    public EncoderCard encoder() {
        return encoder.card();
    }

    @Override
    public Neighbours neighbours() {
        return neighbours;
    }

    @Override
    public Map<String, String> settings() {
        return settings.asMap();
    }

    @Override
    public Learned learn(Split split, long seed, Progress progress) {
        Map<String, FacetModel> facets = new TreeMap<>();
        for (Facet facet : set.table().codebook().facets()) {
            facets.put(facet.name(), learn(facet, split, seed, progress));
        }
        return new Learned(facets, features, TunedWeights.NONE);
    }

    private FacetModel learn(Facet facet, Split split, long seed, Progress progress) {
        int[] labels = new int[features.length];
        for (int unit = 0; unit < labels.length; unit++) {
            labels[unit] = set.label(facet, unit);
        }
        List<Integer> train = set.coded(facet, split.train());
        List<Integer> development = set.coded(facet, split.development());
        HeadFitter fitter = new HeadFitter(settings.head(), seed);
        HeadFitter.Fit fit = fitter.fit(features, labels, train, development, facet.labelIds());
        Map<Integer, double[]> logits = new TreeMap<>();
        development.forEach(unit -> logits.put(unit, fit.head().logits(features[unit])));
        if (development.isEmpty()) {
            logits.putAll(heldOutLogits(
                    facet,
                    train,
                    seed,
                    units -> fitter.fit(features, labels, units, List.of(), facet.labelIds())
                            .head()));
        }
        Calibration calibration = CalibrationFitter.fit(
                List.copyOf(logits.values()),
                logits.keySet().stream().mapToInt(unit -> labels[unit]).toArray());
        progress.say(String.format(
                Locale.ROOT,
                fit.epoch().isPresent()
                        ? "%s: best epoch %d, development macro-F1 %.3f, temperature %.2f"
                        : "%s: learned to the end, temperature %4$.2f",
                facet.name(),
                fit.epoch().orElse(0),
                fit.developmentMacroF1(),
                calibration.temperature()));
        return new FacetModel(fit.head(), calibration);
    }

    /** For each unit, where folds of whole groups allow it, the logits of a head that has not seen its group. */
    private Map<Integer, double[]> heldOutLogits(
            Facet facet, List<Integer> units, long seed, Function<List<Integer>, Head> fit) {
        List<String> groups = units.stream().map(set.table().groups()::get).toList();
        int folds = Math.min(CALIBRATION_FOLDS, new HashSet<>(groups).size());
        Map<Integer, double[]> logits = new TreeMap<>();
        for (Split fold : folds < 3 ? List.<Split>of() : Split.folds(groups, folds, 0, seed)) {
            List<Integer> others = fold.train().stream().map(units::get).toList();
            if (set.labels(facet, others).size() >= 2) {
                Head head = fit.apply(others);
                fold.test().forEach(place -> logits.put(units.get(place), head.logits(features[units.get(place)])));
            }
        }
        return logits;
    }

    @Override
    public void close() {
        encoder.close();
    }
}
