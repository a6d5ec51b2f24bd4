package framing.codebook;

import framing.UserFacingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Which annotated units train a model, which stop and calibrate it, and which judge it, once. Made from whole groups (a
 * document, an outlet), so that no text is judged by a model that has seen its neighbours.
 *
 * @param train places in the list of annotations
 * @param development places in the list of annotations
 * @param test places in the list of annotations
 */
public record Split(List<Integer> train, List<Integer> development, List<Integer> test) {
    public Split {
        train = List.copyOf(train);
        development = List.copyOf(development);
        test = List.copyOf(test);
    }

    /**
     * Shuffles the groups and fills development and test up to their shares of the units; the rest trains. A share of 0
     * takes nothing.
     *
     * @param groups for each unit, what must stay together
     */
    public static Split byGroup(List<String> groups, double developmentShare, double testShare, long seed) {
        List<List<Integer>> shuffled = shuffledGroups(groups, seed);
        requireGroups(shuffled.size(), 3);
        List<Integer> development = take(shuffled, developmentShare * groups.size());
        List<Integer> test = take(shuffled, testShare * groups.size());
        return new Split(flatten(shuffled), development, test);
    }

    /**
     * Splits for cross-validation: each fold is the test set once; a share of the rest, again by group, is its
     * development set; with a share of 0 there is none.
     */
    public static List<Split> folds(List<String> groups, int folds, double developmentShare, long seed) {
        List<List<Integer>> shuffled = shuffledGroups(groups, seed);
        requireGroups(shuffled.size(), Math.max(developmentShare > 0 ? 3 : 2, folds));
        List<List<List<Integer>>> parts = new ArrayList<>();
        int[] sizes = new int[folds];
        for (int f = 0; f < folds; f++) {
            parts.add(new ArrayList<>());
        }
        for (List<Integer> group : shuffled) {
            int smallest = 0;
            for (int f = 1; f < folds; f++) {
                if (sizes[f] < sizes[smallest]) {
                    smallest = f;
                }
            }
            parts.get(smallest).add(group);
            sizes[smallest] += group.size();
        }
        List<Split> splits = new ArrayList<>();
        for (int f = 0; f < folds; f++) {
            List<List<Integer>> rest = new ArrayList<>();
            for (int other = 0; other < folds; other++) {
                if (other != f) {
                    rest.addAll(parts.get(other));
                }
            }
            if (rest.size() < 2 && developmentShare > 0) {
                throw new UserFacingException(
                        "Of " + folds + " folds one holds all groups but one, which leaves nothing to learn from beside"
                                + " the units that decide when to stop.",
                        "Add labelled documents, ask for more folds, or name a finer column with --group-column.");
            }
            Collections.shuffle(rest, new Random(seed + f));
            List<Integer> development = take(rest, developmentShare * (groups.size() - sizes[f]));
            splits.add(new Split(flatten(rest), development, flatten(parts.get(f))));
        }
        return splits;
    }

    private static List<List<Integer>> shuffledGroups(List<String> groups, long seed) {
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            members.computeIfAbsent(groups.get(i), g -> new ArrayList<>()).add(i);
        }
        List<List<Integer>> shuffled = new ArrayList<>(members.values());
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static void requireGroups(int found, int needed) {
        if (found < needed) {
            throw new UserFacingException(
                    "The labels fall into " + found + " group(s), but a split that leaks nothing needs at least "
                            + needed + ".",
                    "Add labelled documents, or name a finer column with --group-column.");
        }
    }

    /**
     * Takes groups from the front while they bring the sum nearer to the wanted size, leaving at least one: at least one,
     * or none where nothing is wanted.
     */
    private static List<Integer> take(List<List<Integer>> groups, double wanted) {
        if (wanted == 0) {
            return List.of();
        }
        List<Integer> taken = new ArrayList<>(groups.remove(0));
        while (groups.size() > 1 && taken.size() + groups.get(0).size() / 2.0 <= wanted) {
            taken.addAll(groups.remove(0));
        }
        Collections.sort(taken);
        return taken;
    }

    private static List<Integer> flatten(List<List<Integer>> groups) {
        Integer[] all = groups.stream().flatMap(List::stream).toArray(Integer[]::new);
        Arrays.sort(all);
        return List.of(all);
    }
}
