package framing.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How long the periods are by which shares are shown over time. */
public enum TimeScale {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** About as many periods as fit side by side in a small plot. */
    private static final int MOST_PERIODS = 48;

    /** The finest scale on which the days from the first to the last give no more periods than a plot can show. */
    public static TimeScale of(LocalDate first, LocalDate last) {
        long days = ChronoUnit.DAYS.between(first, last);
        if (days <= MOST_PERIODS) {
            return DAY;
        }
        if (days <= 7 * MOST_PERIODS) {
            return WEEK;
        }
        long months = ChronoUnit.MONTHS.between(first, last);
        return months <= MOST_PERIODS ? MONTH : months <= 3 * MOST_PERIODS ? QUARTER : YEAR;
    }

    /** The first day of the period that the day lies in; weeks begin on Monday. */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The first day of the period after the one that begins on this day. */
    public LocalDate next(LocalDate start) {
        return switch (this) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case QUARTER -> start.plusMonths(3);
            case YEAR -> start.plusYears(1);
        };
    }

    /** The name of the period that begins on this day. */
    public String name(LocalDate start) {
        return switch (this) {
            case DAY -> start.toString();
            case WEEK -> "week of " + start;
            case MONTH -> start.toString().substring(0, 7);
            case QUARTER -> start.getYear() + " Q" + start.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> String.valueOf(start.getYear());
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
