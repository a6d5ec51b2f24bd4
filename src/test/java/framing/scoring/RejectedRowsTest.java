package framing.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import framing.corpus.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectedRowsTest {
    @TempDir
    Path folder;

    @Test
    void each_row_has_its_file_its_line_and_the_reason() throws IOException {
        Path output = folder.resolve("scores.csv");
        try (RejectedRows rows = RejectedRows.beside(output)) {
            rows.add(new Row.Rejected<String>("a.csv", 7, "no text"));
            rows.addAll(List.of(
                    new Row.Rejected<String>("b, c.csv", 8, "seq \"x\" is not a number"),
                    new Row.Rejected<String>("=d.csv", 9, "half \ud83d a pair")));
            assertThat(rows.count()).isEqualTo(3);
            assertThat(rows.file()).isEqualTo(folder.resolve("scores.csv.rejected.csv"));
        }
        assertThat(folder.resolve("scores.csv.rejected.csv")).hasContent("""
                source,line,reason
                a.csv,7,no text
                "b, c.csv",8,"seq ""x"" is not a number"
                '=d.csv,9,half ? a pair
                """);
    }

    @Test
    void without_rejected_rows_there_is_no_file_and_an_old_one_goes() throws IOException {
        Path old = Files.writeString(folder.resolve("scores.csv.rejected.csv"), "of an earlier run");
        RejectedRows.beside(folder.resolve("scores.csv")).close();

        assertThat(old).doesNotExist();
    }
}
