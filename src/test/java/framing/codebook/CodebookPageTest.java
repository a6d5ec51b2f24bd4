package framing.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import framing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The manual's page of the codebook. It stands in the project, and is not made with the site, so that it can be read where
 * the project is browsed and a change of the codebook shows in it; {@link Golden} says how to write it anew.
 */
class CodebookPageTest {
    private static final Path PAGE = Path.of("src", "site", "markdown", "codebook.md");
    private static final Path CODEBOOK = Path.of("training-data", "conflict-news", "codebook.yaml");
    private static final String BEGIN = "<!-- From here on made from training-data/conflict-news/codebook.yaml. -->\n";
    private static final String END = "<!-- Up to here. -->\n";

    @Test
    void the_page_says_what_the_codebook_says() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).containsOnlyOnce(BEGIN).containsOnlyOnce(END);

        String before = page.substring(0, page.indexOf(BEGIN));
        String after = page.substring(page.indexOf(END));
        Golden.assertMatches(PAGE, before + BEGIN + "\n" + CodebookMarkdown.of(Codebook.read(CODEBOOK)) + "\n" + after);
    }

    @Test
    void every_part_of_a_codebook_has_its_place() {
        Codebook codebook = Codebook.parse("""
                id: port
                version: "3"
                unit: A line of a log.
                facets:
                  - name: tone
                    question: How is it said?
                    per: target
                    holder: voice
                    labels:
                      - id: "yes"
                        name: Sharp
                        definition: It cuts.
                        exclusion: It only scratches.
                        aliases: ["1", "true"]
                        examples: ["Out with [the crew].", Go.]
                      - id: "no"
                    tie_breaks: [First., Second.]
                """, "port.yaml");

        assertThat(CodebookMarkdown.of(codebook)).isEqualTo("""
                Codebook `port`, version 3. **What is coded:** A line of a log.

                ## The facet tone

                **How is it said?**

                Asked of every target that a sentence mentions (`per: target`). Whose answer it is, the sentence's code for \
                `voice` says (`holder: voice`).

                ### Sharp: `yes`

                **When:** It cuts.

                **When not:** It only scratches.

                **Also read in tables:** `1`, `true`

                **Examples:**

                - Out with \\[the crew\\].
                - Go.

                ### no: `no`

                ### Tie-breaks of tone

                1. First.
                1. Second.
                """);
    }

    @Test
    void signs_that_mean_something_to_markdown_are_taken_for_themselves() {
        assertThat(CodebookMarkdown.escaped("a_b *c* `d` <e> [f](g) h|i j&k l~m #n o\\p"))
                .isEqualTo("a\\_b \\*c\\* \\`d\\` \\<e\\> \\[f\\](g) h\\|i j\\&k l\\~m \\#n o\\\\p");
        assertThat(CodebookMarkdown.escaped("1. May: shelling")).isEqualTo("1\\. May: shelling");
        assertThat(CodebookMarkdown.escaped("12) killed")).isEqualTo("12\\) killed");
        assertThat(CodebookMarkdown.escaped("1.1 and -5")).isEqualTo("1.1 and -5");
        assertThat(CodebookMarkdown.escaped("- 5 degrees")).isEqualTo("\\- 5 degrees");
        assertThat(CodebookMarkdown.escaped("\"No,\" he said.")).isEqualTo("\"No,\" he said.");
        assertThat(CodebookMarkdown.escaped(" two\n lines ")).isEqualTo("two lines");
    }
}
