package framing.report;

import framing.codebook.AnnotationTable;
import framing.training.Suspect;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How many codes are suspected, as plain tables. */
public final class SuspectsText {
    private SuspectsText() {}

    /** By facet: the share of its codes that is suspected, and which code is taken for which, the most frequent first. */
    public static String of(AnnotationTable table, List<Suspect> suspects) {
        StringBuilder text = new StringBuilder();
        table.codebook().facets().forEach(facet -> {
            Map<List<String>, Integer> pairs = new TreeMap<>(Comparator.comparing(List::toString));
            suspects.stream()
                    .filter(suspect -> suspect.facet().equals(facet.name()))
                    .forEach(suspect -> pairs.merge(List.of(suspect.given(), suspect.suggested()), 1, Integer::sum));
            int count = pairs.values().stream().mapToInt(Integer::intValue).sum();
            long coded = table.annotations().stream()
                    .filter(annotation -> annotation.label(facet.name()) != null)
                    .count();
            text.append(String.format(
                    Locale.ROOT,
                    "%s: %,d of %,d codes suspected (%.1f %%)\n",
                    facet.name(),
                    count,
                    coded,
                    coded == 0 ? 0 : 100.0 * count / coded));
            if (count > 0) {
                text.append(table(pairs)).append('\n');
            }
        });
        return text.toString();
    }

    private static TextTable table(Map<List<String>, Integer> pairs) {
        TextTable table = new TextTable("code", "suggested", "units");
        pairs.entrySet().stream()
                .sorted(Map.Entry.<List<String>, Integer>comparingByValue().reversed())
                .forEach(pair -> table.row(
                        pair.getKey().get(0),
                        pair.getKey().get(1),
                        pair.getValue().toString()));
        return table;
    }
}
