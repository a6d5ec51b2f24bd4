package framing.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a table gives whose format knows no bound of its own for a cell. */
interface LongCellContract {
    /** Writes a table with the columns id, title, text and these rows. */
    Path table(List<List<String>> rows);

    @Test
    default void a_cell_of_fifty_megabytes_is_rejected_with_the_bound_and_costs_its_own_row() {
        Path file =
                table(List.of(List.of("1", "a", "b"), List.of("2", "c", "x".repeat(50 << 20)), List.of("3", "d", "e")));

        assertThat(TableReaderContractTest.cells(file))
                .extracting(row -> row.get("id"))
                .containsExactly("1", "3");
        assertThat(TableReaderContractTest.rejections(file))
                .singleElement()
                .asString()
                .contains("more than 20000000 characters");
    }
}
