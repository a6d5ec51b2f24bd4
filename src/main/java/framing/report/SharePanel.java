package framing.report;

import framing.evaluation.Interval;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The share of one code in several groups.
 *
 * @param code the code
 * @param bars one for each group
 * @param most where the scale ends, in words
 */
public record SharePanel(CodeKey code, List<ShareBar> bars, String most) {
    private static final double STEP = 0.1;

    public SharePanel {
        bars = List.copyOf(bars);
    }

    /** One panel for each code that is shown, all on the same scale. */
    static List<SharePanel> of(List<CodeKey> codes, List<Integer> shown, List<Shares> groups) {
        double most = scaleEnd(shown, groups);
        return shown.stream()
                .map(code -> new SharePanel(
                        codes.get(code),
                        groups.stream()
                                .map(group -> ShareBar.of(group, code, most))
                                .toList(),
                        Figures.percent(most)))
                .toList();
    }

    /** The least multiple of ten percent that holds every share and interval. */
    static double scaleEnd(List<Integer> codes, List<Shares> groups) {
        double highest = groups.stream()
                .flatMap(group -> codes.stream().map(code -> group.codes().get(code)))
                .mapToDouble(estimate -> estimate.interval()
                        .map(Interval::high)
                        .orElse(estimate.value().orElse(0)))
                .max()
                .orElse(0);
        return IntStream.rangeClosed(1, 10)
                .mapToDouble(tenth -> tenth * STEP)
                .filter(end -> end >= highest)
                .findFirst()
                .orElse(1);
    }
}
