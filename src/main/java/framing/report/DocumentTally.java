package framing.report;

import java.util.Arrays;

/**
 * What is kept of every article: enough to count by outlet and date, and to resample articles.
 *
 * @param outlet its place among the corpus's outlets
 * @param day the day of publication counted from 1970, or {@link #NO_DAY}
 * @param counts for each facet how many sentences have each code; codes beyond the end of the array have none
 */
record DocumentTally(int outlet, long day, int[][] counts) {
    static final long NO_DAY = Long.MIN_VALUE;

    boolean isDated() {
        return day != NO_DAY;
    }

    /** How many sentences have a code of the facet. */
    int coded(int facet) {
        return Arrays.stream(counts[facet]).sum();
    }
}
