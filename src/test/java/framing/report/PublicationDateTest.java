package framing.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationDateTest {
    private static final LocalDate ELEVENTH_OF_JUNE = LocalDate.of(2025, 6, 11);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-06-11",
                "2025-6-11",
                " 2025-06-11 ",
                "2025-06-11T23:59:59Z",
                "2025-06-11 08:00",
                "2025/06/11",
                "20250611",
                "11.06.2025",
                "11.6.2025, 08:00",
                "11 June 2025",
                "11. June 2025",
                "11-Jun-2025",
                "Wednesday, 11 June 2025",
                "Wed, 11 Jun 2025 10:00:00 GMT",
                "June 11, 2025",
                "Jun. 11, 2025",
                "Wednesday, June 11, 2025",
            })
    void the_forms_of_news_tables_are_read(String text) {
        assertThat(PublicationDate.read(text)).contains(ELEVENTH_OF_JUNE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13/06/2025", "06/13/2025", "13-06-2025"})
    void a_day_beyond_the_twelfth_shows_which_number_is_the_month(String text) {
        assertThat(PublicationDate.read(text)).contains(LocalDate.of(2025, 6, 13));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11/06/2025",
                "2025-06",
                "2025",
                "31 June 2025",
                "2025-13-01",
                "0001-01-01",
                "yesterday",
                "1749600000",
                "20259999",
                "11 Juin 2025",
                "",
            })
    void what_names_no_certain_day_is_not_read(String text) {
        assertThat(PublicationDate.read(text)).isEmpty();
    }
}
