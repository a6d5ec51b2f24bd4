package framing.training;

import framing.encoder.EncoderTrunk;
import framing.encoder.MarkedSentence;
import framing.encoder.OnnxSentenceEncoder;
import framing.encoder.Window;
import framing.encoder.Window.Tokens;
import framing.training.TrainingSet.Sentence;
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
     * A window and the units in it.
     *
     * @param window what the encoder reads
     * @param units of its sentences, in order, each sentence before its targets
     */
    record Windowed(Window window, List<Unit> units) {}

    /**
     * A unit in a window.
     *
     * @param place in the training set
     * @param means the tokens whose means make its vector: a sentence's own, and for a target also the target's
     */
    record Unit(int place, List<Tokens> means) {}

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
        for (List<Sentence> article : set.articlesWith(units)) {
            windows.addAll(pair(trunk.windows(TrainingSet.marked(article)), article));
        }
        return windows;
    }

    /** The same for one epoch of training: roughened, cut at random places and shuffled. */
    List<Windowed> shuffledWindows(List<Integer> units, Roughening roughening, Random random) {
        List<Windowed> windows = new ArrayList<>();
        for (List<Sentence> article : set.articlesWith(units)) {
            List<MarkedSentence> rough = article.stream()
                    .map(sentence -> roughening.apply(sentence.marked(), random))
                    .toList();
            windows.addAll(pair(trunk.windows(rough, random.nextDouble()), article));
        }
        Collections.shuffle(windows, random);
        return windows;
    }

    private List<Windowed> pair(List<Window> windows, List<Sentence> article) {
        List<Windowed> paired = new ArrayList<>();
        int place = 0;
        for (Window window : windows) {
            List<Unit> units = new ArrayList<>();
            for (int s = 0; s < window.sentences().size(); s++) {
                units.addAll(units(
                        article.get(place++),
                        window.sentences().get(s),
                        window.marks().get(s)));
            }
            paired.add(new Windowed(window, units));
        }
        return paired;
    }

    private List<Unit> units(Sentence sentence, Tokens own, List<Tokens> marks) {
        List<Unit> units = new ArrayList<>();
        int mark = 0;
        for (int unit : sentence.units()) {
            units.add(new Unit(unit, set.isTarget(unit) ? List.of(own, marks.get(mark++)) : List.of(own)));
        }
        return units;
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
            float[][] pooled = UnitPooling.forward(batch, states);
            int row = 0;
            for (Windowed window : batch) {
                for (Unit unit : window.units()) {
                    features[unit.place()] = pooled[row++];
                }
            }
        }
        return features;
    }
}
