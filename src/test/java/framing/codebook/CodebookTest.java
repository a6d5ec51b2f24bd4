package framing.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import framing.UserFacingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodebookTest {
    private static final Path BUNDLED = Path.of("training-data", "conflict-news", "codebook.yaml");

    @Test
    void the_bundled_codebook_asks_for_voice_loaded_wording_and_the_stance_toward_each_target() {
        Codebook codebook = Codebook.read(BUNDLED);

        assertThat(codebook.facets()).extracting(Facet::name).containsExactly("voice", "loaded", "stance");
        assertThat(codebook.facet("voice").orElseThrow().labelIds())
                .containsExactly(
                        "official_statement",
                        "militia_claim",
                        "expert_or_civilian",
                        "media_or_unnamed",
                        "factual_report",
                        "editorial_language",
                        "non_content");
        assertThat(codebook.facet("loaded").orElseThrow().labelIds()).containsExactly("no", "yes");
        assertThat(codebook.facet("stance").orElseThrow().labelIds())
                .containsExactly("supportive", "critical", "neutral");
        assertThat(codebook.facets(Facet.Per.TARGET))
                .extracting(Facet::name, Facet::holder)
                .containsExactly(tuple("stance", "voice"));
    }

    @Test
    void only_a_facet_per_target_has_a_holder() {
        assertThatThrownBy(() -> Codebook.parse(
                        "id: c\nfacets:\n  - {name: f, holder: voice, labels: [{id: a}, {id: b}]}\n", "c.yaml"))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("Facet \"f\" names a holder, which only a facet per target has");
    }

    @Test
    void every_code_of_the_bundled_codebook_has_a_definition_and_an_example() {
        for (Facet facet : Codebook.read(BUNDLED).facets()) {
            assertThat(facet.question()).isNotBlank();
            assertThat(facet.tieBreaks()).isNotEmpty();
            assertThat(facet.labels()).allSatisfy(label -> {
                assertThat(label.definition()).isNotBlank();
                assertThat(label.examples()).isNotEmpty();
            });
        }
    }

    @Test
    void the_bundled_codebook_survives_being_written_and_read() {
        Codebook codebook = Codebook.read(BUNDLED);

        assertThat(Codebook.parse(codebook.toYaml(), "again")).isEqualTo(codebook);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "yes",
                "null",
                "~",
                "true",
                "1",
                "1.10",
                "0x1F",
                "- dash",
                "key: value",
                "# none",
                "'",
                "\"",
                "{a}",
                "[a]",
                "&a",
                "*a",
                "!a",
                "%a",
                "@a",
                "`a",
                "|",
                ">",
                " leading",
                "trailing ",
                "two\nlines",
                "tab\there",
                "قال المتحدث",
                "💥"
            })
    void words_that_mean_something_in_yaml_survive_being_written_and_read(String word) {
        Label label = new Label("a", word, word, word, List.of(word + "1"), List.of(word, word));
        Facet facet = new Facet("f", word, List.of(label, Label.named("id " + word)), List.of(word));
        Codebook codebook = new Codebook("c", word, word, word, List.of(facet));

        assertThat(Codebook.parse(codebook.toYaml(), "again")).isEqualTo(codebook);
    }

    @Test
    void what_a_codebook_leaves_out_is_taken_from_its_ids() {
        Codebook codebook = Codebook.parse("""
                id: mine
                facets:
                  - name: frame
                    labels:
                      - id: war
                      - id: peace
                """, "mine.yaml");

        assertThat(codebook.name()).isEqualTo("mine");
        assertThat(codebook.version()).isEqualTo("1");
        assertThat(codebook.facets().get(0).labels().get(0)).isEqualTo(Label.named("war"));
    }

    private static void assertRefused(String yaml, String... words) {
        assertThatThrownBy(() -> Codebook.parse(yaml, "mine.yaml"))
                .isInstanceOf(UserFacingException.class)
                .hasMessageStartingWith("The codebook mine.yaml is not in the expected form")
                .hasMessageContainingAll(words)
                .message()
                .doesNotContain("NullPointer", "Cannot invoke");
    }

    @Test
    void an_unknown_key_is_named_with_the_line_after_its_label() {
        assertRefused("""
                id: mine
                facets:
                  - name: frame
                    labels:
                      - id: war
                        defintion: Fighting.
                      - id: peace
                """, "line 7", "the key \"defintion\" means nothing here");
    }

    @Test
    void a_missing_id_is_named_with_the_line_after_its_label() {
        assertRefused("""
                id: mine
                facets:
                  - name: frame
                    labels:
                      - name: War
                      - id: peace
                """, "line 6", "the key \"id\" is missing");
    }

    @Test
    void a_facet_without_labels_is_refused_with_its_line() {
        assertRefused("id: mine\nfacets:\n  - name: frame\n", "line 4", "the key \"labels\" is missing");
        assertRefused("id: mine\nfacets:\n  - name: frame\n    labels:\n", "line 5", "must be there");
        assertRefused("id: mine\nfacets:\n  - name: frame\n    labels: [~, ~]\n", "line 5", "must be there");
    }

    @Test
    void a_codebook_without_facets_is_refused() {
        assertRefused("id: mine\n", "facets");
        assertRefused("id: mine\nfacets: []\n", "at least one facet");
        assertRefused("id: mine\nfacets:\n", "must be there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a remark\n", "~\n", "null\n", "just words\n", "- a\n- b\n", "id: [\n", "\t"})
    void text_that_is_no_codebook_is_refused(String text) {
        assertThatThrownBy(() -> Codebook.parse(text, "mine.yaml"))
                .isInstanceOf(UserFacingException.class)
                .hasMessageStartingWith("The codebook mine.yaml is not in the expected form");
    }

    @Test
    void a_facet_with_one_label_is_refused() {
        assertRefused(
                "id: mine\nfacets:\n  - name: frame\n    labels:\n      - id: war\n",
                "Facet \"frame\" needs at least two labels, but has 1");
    }

    @Test
    void a_label_or_a_facet_that_stands_twice_is_refused() {
        String labels = "    labels:\n      - id: war\n      - id: peace\n";
        assertRefused(
                "id: mine\nfacets:\n  - name: frame\n" + labels + "      - id: war\n",
                "Facet \"frame\" has an id or alias of label \"war\" twice");
        assertRefused(
                "id: mine\nfacets:\n  - name: frame\n" + labels + "  - name: frame\n" + labels,
                "The codebook has the facet \"frame\" twice");
    }

    @Test
    void a_file_that_is_missing_is_named(@TempDir Path folder) {
        Path missing = folder.resolve("none.yaml");

        assertThatThrownBy(() -> Codebook.read(missing))
                .isInstanceOf(UserFacingException.class)
                .hasMessage("The codebook " + missing + " cannot be read.");
    }

    @Test
    void a_file_that_is_not_utf_8_is_named(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("old.yaml"), new byte[] {'i', 'd', ':', ' ', (byte) 0xE9});

        assertThatThrownBy(() -> Codebook.read(file))
                .isInstanceOfSatisfying(
                        UserFacingException.class, e -> assertThat(e.remedy()).contains("UTF-8"));
    }

    @Test
    void some_of_the_facets_are_kept_in_the_codebooks_own_order() {
        Codebook codebook = Codebook.read(BUNDLED);

        assertThat(codebook.only(List.of("stance", "loaded", "voice"))).isEqualTo(codebook);
        assertThat(codebook.only(List.of("loaded")).facets())
                .extracting(Facet::name)
                .containsExactly("loaded");
        assertThatThrownBy(() -> codebook.only(List.of("tone")))
                .isInstanceOf(UserFacingException.class)
                .hasMessage("The codebook \"conflict-news\" has no facet \"tone\" (it has voice, loaded, stance).");
    }
}
