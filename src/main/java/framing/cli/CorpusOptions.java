package framing.cli;

import framing.UserFacingException;
import framing.corpus.CorpusColumns;
import framing.corpus.CorpusPlan;
import framing.corpus.Selection;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What articles are read from, how, and which of them. Closing it removes what was kept of standard input. */
final class CorpusOptions implements Closeable {
    private static final String STANDARD_INPUT = "-";

    @Parameters(
            paramLabel = "INPUT",
            arity = "1..*",
            description = "Files, folders or patterns in quotes (\"corpus/**/*.csv\") of .csv, .tsv, .jsonl, .json,"
                    + " .parquet, .xlsx, .txt and .html, each also as .gz or in a .zip; - reads JSON lines from standard"
                    + " input.")
    private List<String> inputs = List.of();

    @Option(names = "--id-column", paramLabel = "NAME", defaultValue = "id", description = "Default: id.")
    private String idColumn = "id";

    @Option(names = "--title-column", paramLabel = "NAME", defaultValue = "title", description = "Default: title.")
    private String titleColumn = "title";

    @Option(names = "--text-column", paramLabel = "NAME", defaultValue = "text", description = "Default: text.")
    private String textColumn = "text";

    @Option(
            names = "--delimiter",
            paramLabel = "SIGN",
            description = "What separates the cells of CSV: one character, or tab (default: read off each header).")
    private @Nullable String delimiter;

    @Option(
            names = "--where",
            paramLabel = "COLUMN=VALUE",
            description =
                    "Read only rows with this value, to the letter, such as language=en; may be given several times,"
                            + " and all must hold.")
    private List<String> conditions = List.of();

    @Option(names = "--limit", paramLabel = "N", description = "Read only the first N articles.")
    private @Nullable Long limit;

    @Option(names = "--sample", paramLabel = "N", description = "Read only N articles, drawn at random.")
    private @Nullable Integer sample;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of the draw; the same corpus and seed give the same sample (default: 1).")
    private long seed;

    private @Nullable Path spool;

    /** The plan of these options; standard input is first written to a file, for the corpus is read twice. */
    CorpusPlan plan() {
        List<String> paths = new ArrayList<>();
        for (String input : inputs) {
            paths.add(input.equals(STANDARD_INPUT) ? standardInput().toString() : input);
        }
        return new CorpusPlan(paths, new CorpusColumns(idColumn, titleColumn, textColumn), separator(), selection());
    }

    boolean readsStandardInput() {
        return inputs.contains(STANDARD_INPUT);
    }

    /** Whether more is asked than to read files and folders whole. */
    boolean selectsOrReadsInput() {
        return readsStandardInput() || delimiter != null || !selection().equals(Selection.ALL);
    }

    private @Nullable Character separator() {
        if (delimiter == null) {
            return null;
        }
        if (delimiter.equalsIgnoreCase("tab") || delimiter.equals("\\t")) {
            return '\t';
        }
        if (delimiter.length() != 1) {
            throw new IllegalArgumentException("A delimiter is one character, but was \"" + delimiter + "\"");
        }
        return delimiter.charAt(0);
    }

    private Selection selection() {
        return new Selection(
                conditions.stream().map(CorpusOptions::condition).toList(),
                limit == null ? OptionalLong.empty() : OptionalLong.of(limit),
                sample == null ? null : new Selection.Sample(sample, seed));
    }

    private static Selection.Condition condition(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("A condition is written COLUMN=VALUE, but was \"" + text + "\"");
        }
        return new Selection.Condition(text.substring(0, equals), text.substring(equals + 1));
    }

    private Path standardInput() {
        if (spool == null) {
            spool = spooled(System.in);
        }
        return spool;
    }

    private static Path spooled(InputStream in) {
        try {
            Path file = Files.createTempDirectory("framing-").resolve("standard-input.jsonl");
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UserFacingException(
                    "Standard input could not be kept in a temporary file: " + e.getMessage() + ".",
                    "Make room on the disk of temporary files, or give the input as a file.",
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        if (spool != null) {
            Files.deleteIfExists(spool);
            Files.deleteIfExists(spool.getParent());
        }
    }
}
