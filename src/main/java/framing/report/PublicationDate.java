package framing.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the forms in which tables of news carry dates: 2025-06-11 with or without a time, 2025/06/11, 20250611,
 * 11.06.2025, 11 June 2025, June 11, 2025, and the dates of mail and feeds. 11/06/2025 could be June or November: such a
 * date is read only where one order is possible.
 */
public final class PublicationDate {
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:[T ].*)?|(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})(?:[T ,].*)?");
    private static final Pattern DAY_IN_WORDS =
            Pattern.compile("(?:\\p{L}+\\.?,? )?(\\d{1,2})\\.?[ -](\\p{L}{3,9})\\.?,?[ -](\\d{4})(?:[ ,].*)?");
    private static final Pattern MONTH_IN_WORDS =
            Pattern.compile("(?:\\p{L}+\\.?,? )?(\\p{L}{3,9})\\.? (\\d{1,2}),? (\\d{4})(?:[ ,].*)?");

    /** No newspaper is older; what is, is a number that only looks like a date. */
    private static final int FIRST_YEAR = 1600;

    private static final int LAST_YEAR = 2200;

    private PublicationDate() {}

    /** The day that the text names; empty when it names none or leaves open which. */
    public static Optional<LocalDate> read(String text) {
        String given = text.strip().replaceAll("\\s+", " ");
        try {
            return day(given).filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        } catch (DateTimeException e) { // the 31st of June
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        Matcher match = YEAR_FIRST.matcher(text);
        if (match.matches()) {
            return match.group(1) == null ? day(match, 5, 6, 7) : day(match, 1, 3, 4);
        }
        match = YEAR_LAST.matcher(text);
        if (match.matches()) {
            return yearLast(match);
        }
        match = DAY_IN_WORDS.matcher(text);
        if (match.matches()) {
            return inWords(match.group(3), match.group(2), match.group(1));
        }
        match = MONTH_IN_WORDS.matcher(text);
        return match.matches() ? inWords(match.group(3), match.group(1), match.group(2)) : Optional.empty();
    }

    private static Optional<LocalDate> day(Matcher match, int year, int month, int day) {
        return Optional.of(
                LocalDate.of(number(match.group(year)), number(match.group(month)), number(match.group(day))));
    }

    private static Optional<LocalDate> yearLast(Matcher match) {
        int first = number(match.group(1));
        int second = number(match.group(3));
        boolean dayFirst = match.group(2).equals(".") || first > 12 || first == second;
        if (!dayFirst && second <= 12) {
            return Optional.empty();
        }
        return dayFirst ? day(match, 4, 3, 1) : day(match, 4, 1, 3);
    }

    private static Optional<LocalDate> inWords(String year, String month, String day) {
        String name = month.toLowerCase(Locale.ROOT);
        return Arrays.stream(Month.values())
                .filter(candidate -> candidate
                        .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        .toLowerCase(Locale.ROOT)
                        .startsWith(name.startsWith("sept") ? "sep" : name))
                .findFirst()
                .map(found -> LocalDate.of(number(year), found, number(day)));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
