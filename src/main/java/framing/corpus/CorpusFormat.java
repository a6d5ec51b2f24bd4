package framing.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of file a corpus is read from, told apart by the ending of the file's name. */
enum CorpusFormat {
    /** A table with a header, its cells separated by commas, semicolons or tabs. */
    CSV(".csv", ".tsv"),
    /** One JSON object a line. */
    JSONL(".jsonl", ".ndjson"),
    /** An array of JSON objects, or one object alone. */
    JSON(".json"),
    PARQUET(".parquet"),
    /** The first sheet of a workbook. */
    XLSX(".xlsx"),
    /** One article a file, its first line the headline. */
    TEXT(".txt"),
    /** One article a page. */
    HTML(".html", ".htm");

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot change
    private final List<String> endings;

    CorpusFormat(String... endings) {
        this.endings = List.of(endings);
    }

    /**
     * The format of a file, or empty when the ending of its name is none that is read. Case does not matter, nor whether
     * the file is compressed.
     */
    static Optional<CorpusFormat> of(String file) {
        String name = InputFile.uncompressedName(file);
        return Arrays.stream(values())
                .filter(format -> format.endings.stream().anyMatch(name::endsWith))
                .findFirst();
    }

    /** Whether a file of this format is a table of rows rather than one article. */
    boolean isTable() {
        return this != TEXT && this != HTML;
    }

    /** What to tell a person whose file is not read. */
    static String remedy() {
        return "Files are read by the ending of their name: " + endings(Arrays.asList(values()))
                + ", each also with .gz behind it or in a .zip.";
    }

    /** What to tell a person whose file is no table. */
    static String tableRemedy() {
        return "Tables end in "
                + endings(Arrays.stream(values()).filter(CorpusFormat::isTable).toList())
                + ".";
    }

    private static String endings(List<CorpusFormat> formats) {
        return formats.stream().flatMap(format -> format.endings.stream()).collect(Collectors.joining(", "));
    }
}
