package framing.cli;

import static framing.cli.Ran.framing;
import static org.assertj.core.api.Assertions.assertThat;

import framing.training.InventedArticles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
    @TempDir
    Path folder;

    private Path labels;

    @BeforeEach
    void write() throws IOException {
        labels = InventedArticles.write(folder.resolve("labels.csv"));
    }

    @Test
    void a_code_that_was_put_in_wrong_heads_the_list() throws IOException {
        String right = "The so-called brigade boasted again of its heroic clinic.,rebel,yes";
        Files.writeString(labels, Files.readString(labels).replace(right, right.replace("rebel", "outlet")));
        Path suspects = folder.resolve("suspects.csv");

        Ran ran = framing("audit", labels, "--facet", "voice", "--out", suspects, "--quiet");

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("voice: ").contains(" of 60 codes suspected");
        assertThat(Files.readAllLines(suspects).get(0))
                .isEqualTo("doc_id,seq,role,text,facet,code,suggested,code_probability,suggested_probability,line");
        assertThat(Files.readAllLines(suspects).get(1))
                .startsWith(
                        "art-6,3,body,The so-called brigade boasted again of its heroic clinic.,voice,outlet,rebel,0.")
                .endsWith(",35");
    }

    @Test
    void an_output_that_exists_is_kept() throws IOException {
        Path kept = Files.writeString(folder.resolve("kept.csv"), "mine");

        Ran ran = framing("audit", labels, "--facet", "voice", "--out", kept);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("framing: " + kept + " exists.");
        assertThat(kept).hasContent("mine");
    }

    @Test
    void one_fold_is_refused() {
        Ran ran = framing("audit", labels, "--facet", "voice", "--out", folder.resolve("s.csv"), "--folds", "1");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("framing: An audit needs at least 2 folds, but --folds was 1.");
    }
}
