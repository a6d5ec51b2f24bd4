package framing.training;

import framing.encoder.EncoderTrunk;
import framing.encoder.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A window and the places of its units in the training set.
 *
 * @param window what the encoder reads
 * @param units one for each of its sentences
 */
record WindowedUnits(Window window, List<Integer> units) {
    /** The windows of some articles as scoring reads them. */
    static List<WindowedUnits> of(TrainingSet set, List<List<Integer>> articles, EncoderTrunk trunk) {
        List<WindowedUnits> windows = new ArrayList<>();
        for (List<Integer> article : articles) {
            windows.addAll(pair(trunk.windows(set.texts(article)), article));
        }
        return windows;
    }

    /** The windows of some articles for one epoch: roughened, cut at random places and shuffled. */
    static List<WindowedUnits> shuffled(
            TrainingSet set, List<List<Integer>> articles, EncoderTrunk trunk, Roughening roughening, Random random) {
        List<WindowedUnits> windows = new ArrayList<>();
        for (List<Integer> article : articles) {
            List<String> texts = set.texts(article).stream()
                    .map(text -> roughening.apply(text, random))
                    .toList();
            windows.addAll(pair(trunk.windows(texts, random.nextDouble()), article));
        }
        Collections.shuffle(windows, random);
        return windows;
    }

    private static List<WindowedUnits> pair(List<Window> windows, List<Integer> article) {
        List<WindowedUnits> paired = new ArrayList<>();
        int first = 0;
        for (Window window : windows) {
            paired.add(new WindowedUnits(window, article.subList(first, first + window.sentences())));
            first += window.sentences();
        }
        return paired;
    }

    /** Batches of about so many tokens, in order. */
    static List<List<WindowedUnits>> batches(List<WindowedUnits> windows, int tokens) {
        List<List<WindowedUnits>> batches = new ArrayList<>();
        int filled = tokens;
        for (WindowedUnits window : windows) {
            if (filled >= tokens) {
                batches.add(new ArrayList<>());
                filled = 0;
            }
            batches.get(batches.size() - 1).add(window);
            filled += window.window().length();
        }
        return batches;
    }

    static int tokens(List<WindowedUnits> windows) {
        return windows.stream().mapToInt(w -> w.window().length()).sum();
    }
}
