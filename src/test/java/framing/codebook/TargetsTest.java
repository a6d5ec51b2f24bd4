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

class TargetsTest {
    private static final Targets TARGETS = new Targets(List.of(
            new Target("us", "United States", List.of("US", "U.S.", "Washington"), null),
            new Target("us_forces", null, List.of("US Central Command", "US troops"), null),
            new Target("taliban", null, List.of("Taliban", "People's Front"), null),
            new Target("brigade", null, null, "\\b\\d+(?:st|nd|rd|th) Brigade\\b")));

    @TempDir
    Path folder;

    private static List<String> found(String sentence) {
        return TARGETS.in(sentence).stream()
                .map(m -> m.target().id() + "=" + m.span().in(sentence))
                .toList();
    }

    @Test
    void an_alias_in_capitals_is_found_only_as_written() {
        assertThat(found("The US told us so.")).containsExactly("us=US");
        assertThat(found("They told us so.")).isEmpty();
    }

    @Test
    void any_other_alias_is_found_in_any_case_but_only_as_whole_words() {
        assertThat(found("TALIBAN fighters left Washingtonville.")).containsExactly("taliban=TALIBAN");
        assertThat(found("The pro-Taliban mayor and the Taliban-run court.")).isEmpty();
    }

    @Test
    void plurals_genitives_and_curly_apostrophes_are_found() {
        assertThat(found("Washington's word against the Talibans’."))
                .containsExactly("us=Washington", "taliban=Talibans");
        assertThat(found("The People’s Front")).containsExactly("taliban=People’s Front");
    }

    @Test
    void the_longest_mention_stands_where_several_overlap() {
        assertThat(found("US Central Command denied it.")).containsExactly("us_forces=US Central Command");
    }

    @Test
    void each_target_is_told_once_by_its_first_mention_in_the_order_of_the_text() {
        assertThat(found("The Taliban met the U.S.; Washington and the Taliban agreed."))
                .containsExactly("taliban=Taliban", "us=U.S.");
    }

    @Test
    void a_pattern_says_what_aliases_cannot() {
        assertThat(found("The 92nd Brigade moved.")).containsExactly("brigade=92nd Brigade");
    }

    @Test
    void the_list_that_comes_with_the_project_can_be_read() {
        Targets shipped = Targets.read(Path.of("training-data/conflict-news/targets.yaml"));

        assertThat(shipped.targets()).hasSizeGreaterThan(100);
        assertThat(shipped.in("Moscow and the RSF blamed Hamas."))
                .extracting(m -> m.target().id())
                .containsExactly("russia", "rsf", "hamas");
    }

    private void assertRefused(String yaml, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("targets.yaml"), yaml);
        assertThatThrownBy(() -> Targets.read(file))
                .isInstanceOf(UserFacingException.class)
                .hasMessage("The targets in " + file + " cannot be used: " + reason + ".");
    }

    @Test
    void what_cannot_be_used_is_refused_with_the_reason() throws IOException {
        assertRefused(
                "targets:\n  - id: a\n    aliases: [\"\"]\n", "target \"a\" has the alias \"\", which names nothing");
        assertRefused("targets:\n  - id: a\n", "target \"a\" needs an alias or a pattern");
        assertRefused(
                "targets:\n  - {id: a, pattern: \"x*\"}\n",
                "target \"a\" has the pattern \"x*\", which matches everywhere");
        assertRefused(
                "targets:\n  - {id: a, pattern: \"(x\"}\n",
                "target \"a\" has the pattern \"(x\", which is no regular expression: Unclosed group");
        assertRefused(
                "targets:\n  - {id: a, aliases: [Iran]}\n  - {id: b, aliases: [iran]}\n",
                "the targets \"a\" and \"b\" share the alias \"iran\"");
        assertRefused(
                "targets:\n  - {id: a, aliases: [x]}\n  - {id: a, aliases: [y]}\n", "two targets have the id \"a\"");
        assertRefused("targets: []\n", "there is no target");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> Targets.read(folder.resolve("no.yaml")))
                .isInstanceOf(UserFacingException.class)
                .hasMessage("The targets " + folder.resolve("no.yaml") + " cannot be read.");
    }
}
