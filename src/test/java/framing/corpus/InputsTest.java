package framing.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import framing.UserFacingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        for (String name :
                List.of("a.csv", "b.txt", "in/a.csv", "in/deep/c.csv", "in/deep/d.csv.gz", "in/notes.docx")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "id,text\n1,Text.\n");
        }
    }

    private List<String> names(String pattern) {
        return Inputs.in(List.of(folder + "/" + pattern)).stream()
                .map(input -> ((InputFile) input).name())
                .toList();
    }

    @Test
    void a_star_stands_for_a_part_of_a_name_and_two_for_any_folders() {
        assertThat(names("*.csv")).containsExactly("a.csv");
        assertThat(names("*/*.csv")).containsExactly("in/a.csv");
        assertThat(names("**/*.csv")).containsExactly("a.csv", "in/a.csv", "in/deep/c.csv");
        assertThat(names("in/**/*.csv")).containsExactly("a.csv", "deep/c.csv");
        assertThat(names("in/**")).containsExactly("a.csv", "deep/c.csv", "deep/d.csv.gz");
        assertThat(names("[ab].{csv,txt}")).containsExactly("a.csv", "b.txt");
        assertThat(names("?.csv")).containsExactly("a.csv");
    }

    @Test
    void a_file_whose_name_has_the_signs_of_a_pattern_is_read_as_itself() throws IOException {
        Files.writeString(folder.resolve("[x].txt"), "Text.");

        assertThat(names("[x].txt")).containsExactly("[x].txt");
    }

    @Test
    void a_pattern_that_matches_nothing_or_means_nothing_is_refused() {
        assertRefused("*.parquet", "No article files match " + folder + "/*.parquet.");
        assertRefused("in/*.docx", "No article files match " + folder + "/in/*.docx.");
        assertRefused("gone/*.csv", folder + "/gone does not exist.");
        assertRefused("{a.csv", "The pattern " + folder + "/{a.csv cannot be read: Missing '}.");
    }

    private void assertRefused(String pattern, String message) {
        assertThatThrownBy(() -> names(pattern))
                .isInstanceOf(UserFacingException.class)
                .hasMessage(message);
    }

    @Test
    void links_that_lead_back_into_their_folder_are_followed_once() throws IOException {
        Files.createSymbolicLink(folder.resolve("in/deep/back"), folder.resolve("in"));
        Files.createSymbolicLink(folder.resolve("in/self"), folder.resolve("in/self"));

        assertThat(Inputs.in(List.of(folder.resolve("in").toString()))).hasSize(3);
        assertThat(names("**/*.csv")).containsExactly("a.csv", "in/a.csv", "in/deep/c.csv");
    }
}
