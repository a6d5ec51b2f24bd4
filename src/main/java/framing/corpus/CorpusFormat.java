package framing.corpus;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of file a corpus is read from, told apart by the ending of the file's name. */
public enum CorpusFormat {
    /** A table with a header, its cells separated by commas, semicolons or tabs. */
    CSV(".csv", ".tsv"),
    /** One JSON object a line. */
    JSONL(".jsonl", ".ndjson"),
    /** One article a file, its first line the headline. */
    TEXT(".txt");

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot change
    private final List<String> endings;

    CorpusFormat(String... endings) {
        this.endings = List.of(endings);
    }

    /** The format of a file, or empty when the ending of its name is none that is read. Case does not matter. */
    public static Optional<CorpusFormat> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.endings.stream().anyMatch(name::endsWith))
                .findFirst();
    }

    /** Whether a file of this format is a table of rows rather than one article. */
    public boolean isTable() {
        return this != TEXT;
    }

    /** What to tell a person whose file is not read. */
    static String remedy() {
        String all = Arrays.stream(values())
                .flatMap(format -> format.endings.stream())
                .collect(Collectors.joining(", "));
        return "Files are read by the ending of their name: " + all + ".";
    }
}
