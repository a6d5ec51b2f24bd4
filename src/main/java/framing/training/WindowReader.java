package framing.training;

import framing.encoder.EncoderTrunk;
import framing.encoder.OnnxSentenceEncoder;
import framing.encoder.Window;
import framing.tuning.TokenStates;
import framing.tuning.TunedLayers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Lays the units of a training set into windows and reads them, up to where tuning begins and through the tuned layers. */
final class WindowReader {
    private static final int TOKENS_AT_A_TIME = 4096;

    private final TrainingSet set;
    private final EncoderTrunk trunk;
    private final int threads;

    WindowReader(TrainingSet set, EncoderTrunk trunk, int threads) {
        this.set = set;
        this.trunk = trunk;
        this.threads = threads;
    }

    /**
     * A window and the places of its units in the training set.
     *
     * @param window what the encoder reads
     * @param units one for each of its sentences
     */
    record Windowed(Window window, List<Integer> units) {}

    /** How many sentences were cut so far because they were longer than the encoder can read. */
    long cut() {
        return trunk.cut();
    }

    TrainingSet set() {
        return set;
    }

    /** The windows of all articles that hold one of these units, as scoring reads them. */
    List<Windowed> windows(List<Integer> units) {
        List<Windowed> windows = new ArrayList<>();
        for (List<Integer> article : set.articlesWith(units)) {
            windows.addAll(pair(trunk.windows(set.texts(article)), article));
        }
        return windows;
    }

    /** The same for one epoch of training: roughened, cut at random places and shuffled. */
    List<Windowed> shuffledWindows(List<Integer> units, Roughening roughening, Random random) {
        List<Windowed> windows = new ArrayList<>();
        for (List<Integer> article : set.articlesWith(units)) {
            List<String> texts = set.texts(article).stream()
                    .map(text -> roughening.apply(text, random))
                    .toList();
            windows.addAll(pair(trunk.windows(texts, random.nextDouble()), article));
        }
        Collections.shuffle(windows, random);
        return windows;
    }

    private static List<Windowed> pair(List<Window> windows, List<Integer> article) {
        List<Windowed> paired = new ArrayList<>();
        int first = 0;
        for (Window window : windows) {
            paired.add(new Windowed(window, article.subList(first, first + window.sentences())));
            first += window.sentences();
        }
        return paired;
    }

    /** Batches of about so many tokens, in order. */
    static List<List<Windowed>> batches(List<Windowed> windows, int tokens) {
        List<List<Windowed>> batches = new ArrayList<>();
        int filled = tokens;
        for (Windowed window : windows) {
            if (filled >= tokens) {
                batches.add(new ArrayList<>());
                filled = 0;
            }
            batches.get(batches.size() - 1).add(window);
            filled += window.window().length();
        }
        return batches;
    }

    /** The token states of each window where tuning begins. */
    List<float[]> lowerStates(List<Windowed> windows) {
        return trunk.states(windows.stream().map(Windowed::window).toList(), threads);
    }

    /** The pooled vectors of the units of all articles that hold one of these, by place in the set; null elsewhere. */
    float[][] features(TunedLayers layers, List<Integer> units) {
        float[][] features = new float[set.table().annotations().size()][];
        for (List<Windowed> batch : batches(windows(units), TOKENS_AT_A_TIME)) {
            TokenStates states = layers.forward(TokenStates.pack(OnnxSentenceEncoder.LAYER_WIDTH, lowerStates(batch)));
            float[][] pooled =
                    SentencePooling.forward(batch.stream().map(Windowed::window).toList(), states);
            int row = 0;
            for (Windowed window : batch) {
                for (int unit : window.units()) {
                    features[unit] = pooled[row++];
                }
            }
        }
        return features;
    }
}
