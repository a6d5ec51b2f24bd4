package framing.training;

import framing.Progress;
import framing.UserFacingException;
import framing.classifier.Calibration;
import framing.classifier.Head;
import framing.codebook.Facet;
import framing.codebook.Split;
import framing.encoder.OnnxSentenceEncoder;
import framing.evaluation.ConfusionMatrix;
import framing.evaluation.Outcome;
import framing.training.WindowReader.Unit;
import framing.training.WindowReader.Windowed;
import framing.tuning.AdamW;
import framing.tuning.TokenStates;
import framing.tuning.TunedLayers;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** One run of tuning: epochs over shuffled windows, and a return to the epoch that did best on the development units. */
final class FineTuning {
    private static final double WARM_UP = 0.1;
    private static final int BATCHES_READ_AHEAD = 16;

    private final WindowReader reader;
    private final TunedLayers layers;
    private final TunedHeads heads;
    private final TunedSettings settings;
    private final Progress progress;
    private final List<Facet> facets;

    FineTuning(WindowReader reader, TunedLayers layers, TunedHeads heads, TunedSettings settings, Progress progress) {
        this.reader = reader;
        this.layers = layers;
        this.heads = heads;
        this.settings = settings;
        this.progress = progress;
        this.facets = reader.set().table().codebook().facets();
    }

    /**
     * Learns from the training units, from where an interrupted run of the same kind stood; layers and heads end as they
     * were after the best epoch.
     */
    void run(Split split, long seed, TuningCheckpoints checkpoints) {
        TuningState state = new TuningState(seed, optimizer(split), layers.parameters(), heads.weights());
        checkpoints.restore(split, seed, state);
        if (state.epochs() > 0) {
            progress.say("Goes on after epoch " + state.epochs() + " of " + settings.epochs()
                    + " of a training that was interrupted.");
        }
        for (int epoch = state.epochs() + 1; epoch <= settings.epochs(); epoch++) {
            double loss = epoch(epoch, split, state.optimizer(), state.random());
            double score = developmentScore(split);
            progress.say(String.format(
                    Locale.ROOT,
                    "Epoch %d of %d: mean loss %.3f, development macro-F1 %.3f",
                    epoch,
                    settings.epochs(),
                    loss,
                    score));
            state.finishEpoch(score);
            checkpoints.save(split, seed, state);
        }
        state.returnToBest();
    }

    private AdamW optimizer(Split split) {
        long cutBefore = reader.cut();
        long tokens = reader.windows(split.train()).stream()
                .mapToLong(w -> w.window().length())
                .sum();
        if (reader.cut() > cutBefore) {
            progress.say((reader.cut() - cutBefore)
                    + " training sentences were longer than the encoder reads and were cut to 256 word pieces.");
        }
        int steps = (int) Math.max(1, settings.epochs() * tokens / settings.batchTokens());
        return new AdamW(
                List.of(
                        new AdamW.Group(layers.parameters(), layers.gradients(), settings.learningRate()),
                        new AdamW.Group(heads.weights(), heads.gradients(), settings.headLearningRate())),
                AdamW.Settings.OF_BERT,
                new AdamW.Schedule((int) (WARM_UP * steps), steps + settings.epochs()));
    }

    /** One pass over the training units; the mean loss of its batches. */
    private double epoch(int number, Split split, AdamW optimizer, Random random) {
        Set<Integer> learnedFrom = new HashSet<>(split.train());
        Roughening roughening = new Roughening(reader.set().table().ordered() ? settings.roughening() : 0);
        List<List<Windowed>> batches =
                WindowReader.batches(reader.shuffledWindows(split.train(), roughening, random), settings.batchTokens());
        double loss = 0;
        try (Progress.Phase phase = progress.start("Epoch " + number, "batches", batches.size())) {
            for (int from = 0; from < batches.size(); from += BATCHES_READ_AHEAD) {
                List<List<Windowed>> some = batches.subList(from, Math.min(from + BATCHES_READ_AHEAD, batches.size()));
                List<float[]> states =
                        reader.lowerStates(some.stream().flatMap(List::stream).toList());
                int first = 0;
                for (List<Windowed> batch : some) {
                    loss += step(batch, states.subList(first, first + batch.size()), learnedFrom, random);
                    move(optimizer);
                    first += batch.size();
                    phase.add(1);
                }
            }
        }
        return loss / batches.size();
    }

    /** Leaves the gradients of one batch in layers and heads; its mean loss. */
    private double step(List<Windowed> batch, List<float[]> lower, Set<Integer> learnedFrom, Random random) {
        List<Integer> units =
                batch.stream().flatMap(w -> w.units().stream()).map(Unit::place).toList();
        TokenStates states =
                layers.forward(TokenStates.pack(OnnxSentenceEncoder.LAYER_WIDTH, lower), random.nextLong());
        float[][] pooled = UnitPooling.forward(batch, states);
        float[][] mask = dropoutMask(pooled, random);
        multiply(pooled, mask);
        TunedHeads.Backward backward = heads.backward(pooled, labels(units, learnedFrom));
        multiply(backward.dPooled(), mask);
        layers.backward(UnitPooling.backward(batch, states, backward.dPooled()));
        return backward.loss();
    }

    private static void move(AdamW optimizer) {
        try {
            optimizer.step();
        } catch (ArithmeticException e) {
            throw new UserFacingException(
                    "Training went astray: " + e.getMessage() + ".",
                    "Train with a smaller --learning-rate; nothing was written.",
                    e);
        }
    }

    /** Inverted dropout of the pooled vectors: kept numbers are scaled up, the others zero. */
    private float[][] dropoutMask(float[][] pooled, Random random) {
        float kept = (float) (1 / (1 - settings.dropout()));
        float[][] mask = new float[pooled.length][];
        for (int row = 0; row < mask.length; row++) {
            mask[row] = new float[pooled[row].length];
            for (int i = 0; i < mask[row].length; i++) {
                mask[row][i] = random.nextFloat() < settings.dropout() ? 0 : kept;
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
        int[][] labels = new int[facets.size()][units.size()];
        for (int f = 0; f < labels.length; f++) {
            for (int i = 0; i < units.size(); i++) {
                labels[f][i] =
                        learnedFrom.contains(units.get(i)) ? reader.set().label(facets.get(f), units.get(i)) : -1;
            }
        }
        return labels;
    }

    /** The mean over facets of macro-F1 on the development units; NaN without any. */
    private double developmentScore(Split split) {
        float[][] features = reader.features(layers, split.development());
        List<Head> fitted = heads.heads();
        double sum = 0;
        int judged = 0;
        for (int f = 0; f < facets.size(); f++) {
            Facet facet = facets.get(f);
            Head head = fitted.get(f);
            List<Outcome> outcomes = reader.set().coded(facet, split.development()).stream()
                    .map(unit -> Outcome.of(
                            "", reader.set().label(facet, unit), Calibration.NONE.apply(head.logits(features[unit]))))
                    .toList();
            if (!outcomes.isEmpty()) {
                sum += ConfusionMatrix.of(facet.labelIds(), outcomes).macroF1().orElse(0);
                judged++;
            }
        }
        return judged == 0 ? Double.NaN : sum / judged;
    }
}
