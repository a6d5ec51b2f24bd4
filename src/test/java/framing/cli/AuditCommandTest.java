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
                .isEqualTo("doc_id,seq,role,text,target,target_start,target_end,facet,code,suggested,code_probability,"
                        + "suggested_probability,line");
        assertThat(Files.readAllLines(suspects).get(1))
                .startsWith(
                        "art-6,3,body,The so-called brigade boasted again of its heroic clinic.,,,,voice,outlet,rebel,0.")
                .endsWith(",35");
    }

    @Test
    void a_suspected_code_of_a_target_names_the_target_and_where_it_stands() throws IOException {
        Path stances = folder.resolve("stances.csv");
        StringBuilder csv = new StringBuilder("doc_id,seq,text,target,stance\n");
        for (int i = 0; i < 12; i++) {
            String text = "People of town " + i + " thanked the dockers and cursed the shelling by the navy.";
            csv.append("d").append(i).append(",0,").append(text).append(",dockers,supportive\n");
            csv.append("d").append(i).append(",0,").append(text).append(",navy,");
            csv.append(i == 7 ? "supportive\n" : "critical\n");
        }
        Files.writeString(stances, csv);
        Path suspects = folder.resolve("suspects.csv");

        Ran ran = framing("audit", stances, "--facet", "stance", "--out", suspects);

        assertThat(ran.code()).isZero();
        assertThat(Files.readAllLines(suspects).get(1))
                .startsWith(
                        "d7,0,body,People of town 7 thanked the dockers and cursed the shelling by the navy.,navy,68,72,"
                                + "stance,supportive,critical,0.")
                .endsWith(",17");
    }

    @Test
    void an_output_that_exists_is_kept() throws IOException {
        Path kept = Files.writeString(folder.resolve("kept.csv"), "mine");

        Ran ran = framing("audit", labels, "--facet", "voice", "--out", kept);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("framing: " + kept + " exists already.");
        assertThat(kept).hasContent("mine");
    }

    @Test
    void the_labels_themselves_are_never_overwritten() throws IOException {
        String before = Files.readString(labels);

        Ran ran = framing("audit", labels, "--facet", "voice", "--out", labels, "--overwrite");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("framing: " + labels + " is among the files to be read.");
        assertThat(labels).hasContent(before);
    }

    @Test
    void rows_with_a_code_that_is_none_are_listed_beside_the_suspects() throws IOException {
        Path codebook = Files.writeString(
                folder.resolve("codebook.yaml"),
                "id: two\nfacets:\n  - name: voice\n    labels:\n      - id: official\n      - id: rebel\n");

        Ran ran = framing("audit", labels, "--codebook", codebook, "--out", folder.resolve("s.csv"), "--folds", "3");

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).contains("24 rows cannot be used; the first: line 2 of " + labels + ", \"outlet\"");
        assertThat(folder.resolve("s.csv.rejected.csv")).content().contains(",2,\"\"\"outlet");
    }

    @Test
    void settings_that_cannot_work_are_refused_in_words() {
        Path out = folder.resolve("s.csv");

        assertThat(framing("audit", labels, "--facet", "voice", "--out", out, "--seeds", "0")
                        .err())
                .startsWith("framing: seeds must be at least 1, but were 0.");
        assertThat(framing("audit", labels, "--facet", "voice", "--out", out, "--tuned-layers", "12")
                        .err())
                .startsWith("framing: tuned layers must be from 1 to 11 with the top layer 12, but were 12.");
        assertThat(framing("train", labels, "--facet", "voice", "--out", out, "--epochs", "0")
                        .err())
                .startsWith("framing: epochs must be at least 1, but were 0.");
    }

    @Test
    void one_fold_is_refused() {
        Ran ran = framing("audit", labels, "--facet", "voice", "--out", folder.resolve("s.csv"), "--folds", "1");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("framing: An audit needs at least 2 folds, but --folds was 1.");
    }
}
