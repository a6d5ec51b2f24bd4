package framing.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import framing.UserFacingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoderTableTest {
    @TempDir
    Path folder;

    private Path table(String content) throws IOException {
        return Files.writeString(folder.resolve("coded.csv"), content);
    }

    @Test
    void each_unit_keeps_the_codes_it_was_given() throws IOException {
        Path file = table("doc_id,anna,ben\nd1,yes, no \nd1,,yes\nd2,,\n");

        CoderTable read = CoderTable.read(List.of(file), List.of("anna", "ben"), null);

        assertThat(read.labels()).containsExactly("no", "yes");
        assertThat(read.units())
                .containsExactly(
                        new CoderTable.Unit("d1", List.of("yes", "no")), new CoderTable.Unit("d1", List.of("yes")));
    }

    @Test
    void units_of_no_document_are_resampled_one_by_one() throws IOException {
        Path file = table("anna,ben\nyes,no\nno,no\n");

        assertThat(CoderTable.read(List.of(file), List.of("anna", "ben"), null).units())
                .extracting(CoderTable.Unit::group)
                .containsExactly(file + ":2", file + ":3");
    }

    @Test
    void another_column_can_say_what_belongs_together() throws IOException {
        Path file = table("doc_id,outlet,anna,ben\nd1,Post,yes,no\nd2,Post,no,no\n");

        assertThat(CoderTable.read(List.of(file), List.of("anna", "ben"), "outlet")
                        .units())
                .extracting(CoderTable.Unit::group)
                .containsExactly("Post", "Post");
    }

    @Test
    void a_broken_row_is_rejected_and_the_others_read() throws IOException {
        Path file = table("anna,ben\nyes,no\nyes\nno,no\n");

        CoderTable read = CoderTable.read(List.of(file), List.of("anna", "ben"), null);

        assertThat(read.units()).hasSize(2);
        assertThat(read.rejected())
                .singleElement()
                .satisfies(row -> assertThat(row.line()).isEqualTo(3));
    }

    @Test
    void a_missing_column_is_named_with_those_found() throws IOException {
        Path file = table("anna,ben\nyes,no\n");

        assertThatThrownBy(() -> CoderTable.read(List.of(file), List.of("anna", "carl"), null))
                .isInstanceOf(UserFacingException.class)
                .hasMessage("No column \"carl\" in " + file + " (found: anna, ben).");
    }
}
