package framing.corpus;

import framing.UserFacingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a corpus: tables and text files, and folders of them. Holds no file open between calls and never more than one
 * row or article in memory. Threads may share it, but not the sources it opens.
 */
public final class CorpusReader {
    private final List<InputFile> files;
    private final CorpusColumns columns;

    private CorpusReader(List<InputFile> files, CorpusColumns columns) {
        this.files = files;
        this.columns = columns;
    }

    /**
     * A reader of these files and folders, in this order. A folder is searched with the folders in it, in the order of
     * names; files of other kinds, hidden ones and loops of links are passed over.
     *
     * @throws UserFacingException when an input is missing, is of no kind that is read, or a folder has nothing to read
     */
    public static CorpusReader of(List<Path> inputs, CorpusColumns columns) {
        return new CorpusReader(InputFile.in(inputs), columns);
    }

    /** A reader of these files and folders, whose tables have the columns' default names. */
    public static CorpusReader of(Path... inputs) {
        return of(List.of(inputs), CorpusColumns.DEFAULT);
    }

    /** How many files will be read. */
    public int files() {
        return files.size();
    }

    /** The files that will be read, in order. */
    public List<Path> paths() {
        return files.stream().map(InputFile::path).distinct().toList();
    }

    /** Whether the file is one of those that will be read. */
    public boolean reads(Path file) {
        Path wanted = file.toAbsolutePath().normalize();
        return files.stream()
                .anyMatch(read -> read.path().toAbsolutePath().normalize().equals(wanted));
    }

    /** The documents of the corpus: one a table row, one a text file. */
    public RowSource<Document> documents() {
        return new FileByFile<>(files.iterator(), this::documentsOf);
    }

    /**
     * The documents of a small corpus, all at once.
     *
     * @throws UserFacingException at the first row that cannot be read, with its place and the reason
     */
    public List<Document> allDocuments() {
        List<Document> all = new ArrayList<>();
        try (RowSource<Document> rows = documents()) {
            while (rows.hasNext()) {
                all.add(required(rows.next()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(all);
    }

    private static <T> T required(Row<T> row) {
        if (row instanceof Row.Read<T> read) {
            return read.value();
        }
        Row.Rejected<T> rejected = (Row.Rejected<T>) row;
        throw new UserFacingException(
                "A row cannot be read: " + rejected.source() + ", line " + rejected.line() + ": " + rejected.reason()
                        + ".",
                "Mend the row, or read row by row, which passes bad rows on as such.");
    }

    /**
     * The articles of a corpus whose tables have one unit a row. Consecutive rows with the same {@code doc_id} are one
     * article, ordered by {@code seq} where every one has it; a row without is an article of its own. {@code role} is
     * honoured where it names one. Offsets count in the unit.
     */
    public RowSource<Article> units() {
        return new FileByFile<>(files.iterator(), this::unitsOf);
    }

    /** Reads everything once as documents and tells what is there. */
    public CorpusSurvey survey() {
        return survey(this::documentsOf);
    }

    /** Reads everything once as units and tells what is there. */
    public CorpusSurvey surveyUnits() {
        return survey(this::unitsOf);
    }

    private CorpusRows<Document> documentsOf(InputFile file) throws IOException {
        return file.format().isTable() ? TableDocuments.open(file, columns) : TextFileDocument.open(file);
    }

    private CorpusRows<Article> unitsOf(InputFile file) throws IOException {
        if (!file.format().isTable()) {
            throw new UserFacingException(
                    file.path() + " has no rows that could be units.",
                    "Units are read from tables: CSV or JSON lines.");
        }
        return TableUnits.open(file, columns);
    }

    private <T> CorpusSurvey survey(Opener<T> opener) {
        Tally tally = new Tally();
        for (InputFile file : files) {
            try (CorpusRows<T> rows = opener.open(file)) {
                tally.add(file, rows);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new CorpusSurvey(
                tally.documents, tally.rejected, List.copyOf(tally.carried), tally.charsets, tally.idsMade);
    }

    private interface Opener<T> {
        CorpusRows<T> open(InputFile file) throws IOException;
    }

    /** What the survey has seen so far. */
    private static final class Tally {
        private final Set<String> carried = new LinkedHashSet<>();
        private final Map<String, Charset> charsets = new LinkedHashMap<>();
        private long documents;
        private long rejected;
        private long idsMade;

        <T> void add(InputFile file, CorpusRows<T> rows) {
            carried.addAll(rows.carriedColumns());
            if (!rows.charset().equals(StandardCharsets.UTF_8)) {
                charsets.put(file.path().toString(), rows.charset());
            }
            while (rows.hasNext()) {
                if (rows.next() instanceof Row.Read<T> read) {
                    count(read.value());
                } else {
                    rejected++;
                }
            }
            idsMade += rows.idsMade();
        }

        private <T> void count(T value) {
            if (value instanceof Article article) {
                documents += article.sentences().size();
                article.carried().forEach(map -> carried.addAll(map.keySet()));
            } else if (value instanceof Document document) {
                documents++;
                carried.addAll(document.carried().keySet());
            }
        }
    }

    /** The rows of one file after another, each opened when the one before is done. */
    private static final class FileByFile<T> extends ForwardRows<T> {
        private final Iterator<InputFile> files;
        private final Opener<T> opener;
        private @Nullable CorpusRows<T> current;

        FileByFile(Iterator<InputFile> files, Opener<T> opener) {
            this.files = files;
            this.opener = opener;
        }

        @Override
        @Nullable
        Row<T> advance() throws IOException {
            while (current == null || !current.hasNext()) {
                close();
                if (!files.hasNext()) {
                    return null;
                }
                current = opener.open(files.next());
            }
            return current.next();
        }

        @Override
        public void close() throws IOException {
            if (current != null) {
                current.close();
                current = null;
            }
        }
    }
}
