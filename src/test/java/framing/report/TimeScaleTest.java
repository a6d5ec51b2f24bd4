package framing.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TimeScaleTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 31);

    @Test
    void the_finest_scale_that_fits_is_taken() {
        assertThat(TimeScale.of(FIRST, FIRST)).isEqualTo(TimeScale.DAY);
        assertThat(TimeScale.of(FIRST, FIRST.plusDays(49))).isEqualTo(TimeScale.WEEK);
        assertThat(TimeScale.of(FIRST, FIRST.plusYears(2))).isEqualTo(TimeScale.MONTH);
        assertThat(TimeScale.of(FIRST, FIRST.plusYears(8))).isEqualTo(TimeScale.QUARTER);
        assertThat(TimeScale.of(FIRST, FIRST.plusYears(80))).isEqualTo(TimeScale.YEAR);
    }

    @Test
    void periods_begin_follow_and_are_named_as_calendars_have_it() {
        assertThat(TimeScale.WEEK.startOf(LocalDate.of(2024, 1, 31))).isEqualTo("2024-01-29");
        assertThat(TimeScale.QUARTER.startOf(LocalDate.of(2024, 6, 30))).isEqualTo("2024-04-01");
        assertThat(TimeScale.MONTH.next(LocalDate.of(2024, 12, 1))).isEqualTo("2025-01-01");
        assertThat(TimeScale.QUARTER.name(LocalDate.of(2024, 4, 1))).isEqualTo("2024 Q2");
        assertThat(TimeScale.MONTH.name(LocalDate.of(2024, 4, 1))).isEqualTo("2024-04");
    }
}
