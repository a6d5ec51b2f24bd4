package framing.report;

import framing.corpus.TableRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each stance is taken toward each target by each holder, counted article by article. Not for sharing between
 * threads.
 */
final class StanceCounts {
    private final ScoredFacet facet;
    private final Map<String, OfTarget> counts = new LinkedHashMap<>();
    private final Map<String, Map<String, int[]>> ofDocument = new LinkedHashMap<>();
    private String document = "";

    StanceCounts(ScoredFacet facet) {
        this.facet = facet;
    }

    /** Counts one mention, if it has a code; the mentions of an article must come together. */
    void add(String ofDocumentId, String target, String holder, TableRow row) {
        if (!ofDocumentId.equals(document)) {
            close();
            document = ofDocumentId;
        }
        int code = facet.code(row);
        if (code != ScoredFacet.NO_CODE) {
            ofDocument
                    .computeIfAbsent(target, added -> new LinkedHashMap<>())
                    .merge(holder, one(code), StanceCounts::sum);
        }
    }

    /** Ends the article. */
    void close() {
        ofDocument.forEach((target, holders) ->
                counts.computeIfAbsent(target, added -> new OfTarget()).add(holders));
        ofDocument.clear();
    }

    /** What is asked about the targets. */
    ScoredFacet facet() {
        return facet;
    }

    /** The counts of each target. */
    Map<String, OfTarget> targets() {
        return counts;
    }

    /** The counts of one target: a row for every article that mentions it. */
    static final class OfTarget {
        private final List<int[]> all = new ArrayList<>();
        private final Map<String, List<int[]>> byHolder = new LinkedHashMap<>();

        private void add(Map<String, int[]> ofDocument) {
            all.add(ofDocument.values().stream().reduce(StanceCounts::sum).orElseThrow());
            ofDocument.forEach((holder, row) ->
                    byHolder.computeIfAbsent(holder, added -> new ArrayList<>()).add(row));
        }

        /** Of all holders together: an article is one row however many holders it has. */
        List<int[]> all() {
            return all;
        }

        Map<String, List<int[]>> byHolder() {
            return byHolder;
        }
    }

    private static int[] one(int place) {
        int[] row = new int[place + 1];
        row[place] = 1;
        return row;
    }

    private static int[] sum(int[] some, int[] others) {
        int[] sum = Arrays.copyOf(some, Math.max(some.length, others.length));
        for (int i = 0; i < others.length; i++) {
            sum[i] += others[i];
        }
        return sum;
    }
}
