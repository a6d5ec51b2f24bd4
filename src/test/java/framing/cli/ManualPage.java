package framing.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the manual, or the README. Its blocks of commands marked {@code sh} are examples: they run as they stand, from
 * the project's folder, with the program built. Commands that need a reader's own files, a cluster or many minutes are
 * marked {@code text}.
 *
 * @param file where it lies
 * @param text what it says, in Markdown
 */
record ManualPage(Path file, String text) {
    static final Path FOLDER = Path.of("src", "site", "markdown");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)$\\R(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern WRITES = Pattern.compile("(?:--out|--report|--json|>)\\s+([\\w./-]*\\w)");
    private static final Pattern QUOTED = Pattern.compile("`([^`\\s]+)`");

    /** Lines that build the program, which is there already when an example is run. */
    private static final Pattern BUILD = Pattern.compile("(?m)^\\./mvnw .*$");

    /** A file that a run writes only if rows were rejected, or only while it lasts. */
    private static final Pattern PASSING = Pattern.compile(".*\\.(rejected\\.csv|unfinished|checkpoint)");

    /**
     * A fenced block.
     *
     * @param word what stands behind the opening fence
     * @param code the lines between the fences
     */
    record Block(String word, String code) {}

    static ManualPage readme() {
        return read(Path.of("README.md"));
    }

    /** Every page of the manual, decisions among them. */
    static List<ManualPage> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(ManualPage::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ManualPage read(Path file) {
        try {
            return new ManualPage(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Block> blocks() {
        return BLOCK.matcher(text)
                .results()
                .map(found -> new Block(found.group(1), found.group(2)))
                .toList();
    }

    /** The commands that run, block by block. */
    List<String> examples() {
        return blocks().stream()
                .filter(block -> block.word().equals("sh"))
                .map(block -> BUILD.matcher(block.code()).replaceAll("").strip())
                .filter(code -> !code.isEmpty())
                .toList();
    }

    /** What the examples' options name as outputs, and the files beside them or in them that the text names. */
    List<String> outputs() {
        String commands = String.join("\n", examples());
        List<String> given = firstGroups(WRITES, commands).toList();
        Stream<String> named = firstGroups(QUOTED, prose())
                .filter(name -> given.stream().anyMatch(name::startsWith))
                .filter(name -> !PASSING.matcher(name).matches())
                .filter(name -> !name.contains(".stance.") || commands.contains("--targets"));
        return Stream.concat(given.stream(), named).distinct().toList();
    }

    List<String> links() {
        return firstGroups(LINK, prose()).toList();
    }

    private String prose() {
        return BLOCK.matcher(text).replaceAll("");
    }

    private static Stream<String> firstGroups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
