package framing.cli;

import static framing.cli.Ran.framing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementCommandTest {
    @TempDir
    Path folder;

    /** Krippendorff (2011), Computing Krippendorff's alpha-reliability, section B: twelve units, two observers. */
    private Path nominalExample() throws IOException {
        String[] meg = {"a", "a", "b", "b", "d", "c", "c", "c", "e", "d", "d", "a"};
        String[] owen = {"b", "a", "b", "b", "b", "c", "c", "c", "e", "d", "d", "d"};
        StringBuilder csv = new StringBuilder("doc_id,meg,owen\n");
        for (int unit = 0; unit < meg.length; unit++) {
            csv.append("d")
                    .append(unit / 3)
                    .append(',')
                    .append(meg[unit])
                    .append(',')
                    .append(owen[unit])
                    .append('\n');
        }
        return Files.writeString(folder.resolve("coded.csv"), csv);
    }

    @Test
    void alpha_is_that_of_the_published_example() throws IOException {
        Path json = folder.resolve("agreement.json");

        Ran ran = framing("agreement", nominalExample(), "--columns", "meg,owen", "--json", json);

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .startsWith("meg, owen: 12 units with two or more codes, in 4 documents or groups\n")
                .contains("Krippendorff's alpha  0.692");
        assertThat(new ObjectMapper()
                        .readTree(json.toFile())
                        .at("/meg, owen/alpha/value")
                        .asDouble())
                .isCloseTo(0.692, within(0.0005));
    }

    @Test
    void one_column_is_no_comparison() throws IOException {
        Ran ran = framing("agreement", nominalExample(), "--columns", "meg");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith("framing: Agreement needs at least two coders, but --columns named \"meg\".")
                .doesNotContain("\tat ");
    }

    @Test
    void coders_who_share_no_unit_cannot_be_compared() throws IOException {
        Path file = Files.writeString(folder.resolve("apart.csv"), "a,b\nx,\n,y\n");

        Ran ran = framing("agreement", file, "--columns", "a,b");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("framing: No unit was coded by two of a, b.");
    }

    @Test
    void figures_are_never_written_over_the_codes() throws IOException {
        Path file = nominalExample();

        assertThat(framing("agreement", file, "--columns", "meg,owen", "--json", file)
                        .code())
                .isEqualTo(2);
        assertThat(file).content().startsWith("doc_id,meg,owen");
    }

    @Test
    void rows_that_cannot_be_read_are_counted() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.csv"), "a,b\nx,y\nx\ny,y\n");

        assertThat(framing("agreement", file, "--columns", "a,b").err())
                .startsWith("1 rows cannot be used; the first: line 3 of " + file);
    }
}
