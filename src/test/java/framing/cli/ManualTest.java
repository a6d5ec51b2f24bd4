package framing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manual's pages hold together. That its examples run is the matter of {@link ManualExamplesIT}. */
class ManualTest {
    private static final List<ManualPage> PAGES = ManualPage.all();

    @Test
    void the_menu_lists_every_page_and_nothing_else() throws IOException {
        String menu = Files.readString(Path.of("src", "site", "site.xml"));
        Stream<Path> listed = Pattern.compile("href=\"([^\"]+)\\.html\"")
                .matcher(menu)
                .results()
                .map(item -> ManualPage.FOLDER.resolve(item.group(1) + ".md"));

        assertThat(listed.distinct())
                .containsExactlyInAnyOrderElementsOf(
                        PAGES.stream().map(ManualPage::file).toList());
    }

    @Test
    void every_link_leads_to_a_page_or_a_file_that_is_there() {
        List<String> broken = Stream.concat(Stream.of(ManualPage.readme()), PAGES.stream())
                .flatMap(page -> page.links().stream()
                        .filter(link -> !link.contains("://") && !leads(page, link))
                        .map(link -> page + ": " + link))
                .toList();

        assertThat(broken).isEmpty();
    }

    /**
     * Links between pages name what the pages become; pictures lie in {@code src/site/resources}. None leads to a heading,
     * for the site and other readers of Markdown name headings differently.
     */
    private static boolean leads(ManualPage from, String link) {
        Path target = from.file().resolveSibling(link).normalize();
        Path page = Path.of(target.toString().replaceFirst("\\.html$", ".md"));
        return PAGES.stream().anyMatch(known -> known.file().equals(page)) || Files.exists(target) || isPicture(target);
    }

    private static boolean isPicture(Path target) {
        return target.startsWith(ManualPage.FOLDER)
                && Files.exists(Path.of("src", "site", "resources").resolve(ManualPage.FOLDER.relativize(target)));
    }

    @Test
    void every_command_has_a_page_with_an_example_that_runs() {
        List<String> commands = Main.commandLine().getSubcommands().keySet().stream()
                .filter(command -> !command.equals("generate-completion"))
                .toList();

        assertThat(commands).isNotEmpty().allSatisfy(command -> {
            Path file = ManualPage.FOLDER.resolve(command + ".md");
            assertThat(PAGES)
                    .filteredOn(page -> page.file().equals(file))
                    .singleElement()
                    .satisfies(page -> assertThat(page.examples())
                            .anySatisfy(
                                    example -> assertThat(example).containsPattern("(?m)^framing " + command + " ")));
        });
    }

    @Test
    void every_block_says_what_it_is() {
        assertThat(Stream.concat(Stream.of(ManualPage.readme()), PAGES.stream()))
                .allSatisfy(page -> {
                    assertThat(page.text().lines().filter(line -> line.startsWith("```")))
                            .as("each block of %s is opened with a word and closed", page)
                            .hasSize(2 * page.blocks().size());
                    assertThat(page.blocks()).extracting(ManualPage.Block::word).doesNotContain("");
                });
    }
}
