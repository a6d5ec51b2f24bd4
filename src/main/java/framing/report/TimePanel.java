package framing.report;

import framing.evaluation.Estimate;
import framing.evaluation.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * The share of one code over time as a line with intervals, in a drawing {@value #WIDTH} wide and {@value #HEIGHT} high.
 *
 * @param code the code
 * @param dots one for each period that has sentences
 * @param line the path that joins the dots of neighbouring periods
 * @param most where the scale ends, in words
 * @param first the name of the first period
 * @param last the name of the last; empty where there is only one
 */
public record TimePanel(CodeKey code, List<Dot> dots, String line, String most, String first, String last) {
    public static final int WIDTH = 320;
    public static final int HEIGHT = 128;
    public static final int LEFT = 38;
    public static final int RIGHT = 312;
    public static final int TOP = 10;
    public static final int BOTTOM = 104;

    public TimePanel {
        dots = List.copyOf(dots);
    }

    /**
     * A period's share.
     *
     * @param x its middle
     * @param y the share
     * @param low the lower end of its interval, as {@code y} where there is none
     * @param high the upper end
     * @param words period, share and interval
     */
    public record Dot(String x, String y, String low, String high, String words) {}

    /**
     * The panel of one code.
     *
     * @param periods the shares of each period from the first to the last; empty ones have no sentence
     * @param most where the scale ends
     */
    static TimePanel of(CodeKey key, int code, List<Shares> periods, double most) {
        List<Dot> dots = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        boolean joined = false;
        for (int i = 0; i < periods.size(); i++) {
            Estimate share = periods.get(i).codes().get(code);
            if (share.value().isPresent()) {
                Dot dot = dot(periods.get(i).group(), share, x(i, periods.size()), most);
                dots.add(dot);
                line.append(joined ? "L" : "M").append(dot.x()).append(' ').append(dot.y());
            }
            joined = share.value().isPresent();
        }
        return new TimePanel(
                key,
                dots,
                line.toString(),
                Figures.percent(most),
                periods.get(0).group(),
                periods.size() == 1 ? "" : periods.get(periods.size() - 1).group());
    }

    private static Dot dot(String period, Estimate share, double x, double most) {
        double value = share.value().orElseThrow();
        return new Dot(
                Figures.place(x),
                y(value, most),
                y(share.interval().map(Interval::low).orElse(value), most),
                y(share.interval().map(Interval::high).orElse(value), most),
                period + ": " + Figures.share(share));
    }

    private static double x(int period, int periods) {
        return periods == 1 ? (LEFT + RIGHT) / 2.0 : LEFT + 4 + (RIGHT - LEFT - 8.0) * period / (periods - 1);
    }

    private static String y(double share, double most) {
        return Figures.place(BOTTOM - (BOTTOM - TOP) * share / most);
    }
}
