package framing.corpus;

import framing.UserFacingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a corpus: tables, texts and pages, in files, folders and archives. Holds no file open between calls and never more
 * than one row or article in memory. Threads may share it, but not the sources it opens.
 */
public final class CorpusReader {
    private final CorpusPlan plan;
    private final List<Input> inputs;
    private final Draw<Document> documents = new Draw<>(this::documentsOf);
    private final Draw<Article> articles = new Draw<>(this::unitsOf);

    private CorpusReader(CorpusPlan plan, List<Input> inputs) {
        this.plan = plan;
        this.inputs = inputs;
    }

    /**
     * A reader of what is planned. A folder is searched with the folders in it, in the order of names; files of other
     * kinds, hidden ones and loops of links are passed over.
     *
     * @throws UserFacingException when an input is missing, is of no kind that is read, or a folder has nothing to read
     */
    public static CorpusReader of(CorpusPlan plan) {
        return new CorpusReader(plan, Inputs.in(plan.inputs()));
    }

    /** A reader of these files and folders, whose tables have the columns' default names. */
    public static CorpusReader of(Path... inputs) {
        return of(CorpusPlan.of(List.of(inputs), CorpusColumns.DEFAULT));
    }

    /** How many files will be read. */
    public int files() {
        return (int) inputs.stream().filter(InputFile.class::isInstance).count();
    }

    /** The files on the disk that will be read, in order; an archive once. */
    public List<Path> paths() {
        return inputs.stream().map(Input::path).distinct().toList();
    }

    /** Whether the file is one of those that will be read. */
    public boolean reads(Path file) {
        Path wanted = file.toAbsolutePath().normalize();
        return inputs.stream()
                .anyMatch(input -> input.path().toAbsolutePath().normalize().equals(wanted));
    }

    /** The documents of the corpus: one a table row, one a text file or page. */
    public RowSource<Document> documents() {
        return documents.wantedOf(documents.all());
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
        return articles.wantedOf(articles.all());
    }

    /** Reads everything once as documents and tells what is there. */
    public CorpusSurvey survey() {
        return survey(documents);
    }

    /** Reads everything once as units and tells what is there. */
    public CorpusSurvey surveyUnits() {
        return survey(articles);
    }

    private CorpusRows<Document> documentsOf(InputFile file) throws IOException {
        return file.format().isTable() ? TableDocuments.open(file, plan) : FileDocument.open(file, plan.selection());
    }

    private CorpusRows<Article> unitsOf(InputFile file) throws IOException {
        if (!file.format().isTable()) {
            throw new UserFacingException(
                    file.source() + " has no rows that could be units.",
                    "Units are read from tables. " + CorpusFormat.tableRemedy());
        }
        return TableUnits.open(file, plan);
    }

    private static <T> CorpusSurvey survey(Draw<T> draw) {
        long read = 0;
        long rejected = 0;
        Set<String> carried = new LinkedHashSet<>();
        try (FileByFile<T> files = draw.all();
                RowSource<T> rows = draw.wantedOf(files)) {
            while (rows.hasNext()) {
                Row<T> row = rows.next();
                carried.addAll(files.carriedColumns());
                if (row instanceof Row.Read<T> wanted) {
                    read += count(wanted.value(), carried);
                } else {
                    rejected++;
                }
            }
            carried.addAll(files.carriedColumns());
            return new CorpusSurvey(read, rejected, List.copyOf(carried), files.charsets(), files.idsMade());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many documents or units a row holds; their columns are noted. */
    private static <T> long count(T value, Set<String> carried) {
        if (value instanceof Article article) {
            article.carried().forEach(columns -> carried.addAll(columns.keySet()));
            return article.sentences().size();
        }
        if (value instanceof Document document) {
            carried.addAll(document.carried().keySet());
        }
        return 1;
    }

    /** The corpus read in one way, and which of its rows the selection wants. */
    private final class Draw<T> {
        private final FileByFile.Opener<T> opener;
        /** The sample, once it was drawn: that takes reading the corpus through. */
        private long @Nullable [] sampled;

        Draw(FileByFile.Opener<T> opener) {
            this.opener = opener;
        }

        FileByFile<T> all() {
            return new FileByFile<>(inputs, opener);
        }

        RowSource<T> wantedOf(RowSource<T> all) {
            Selection selection = plan.selection();
            if (selection.limit().isPresent()) {
                return new SelectedRows<>(
                        all, SelectedRows.first(selection.limit().getAsLong()));
            }
            return selection.sample() == null
                    ? all
                    : new SelectedRows<>(all, SelectedRows.of(drawn(selection.sample())));
        }

        private synchronized long[] drawn(Selection.Sample sample) {
            if (sampled == null) {
                Reservoir reservoir = new Reservoir(sample);
                try (RowSource<T> rows = all()) {
                    rows.forEachRemaining(row -> {
                        if (row instanceof Row.Read<T>) {
                            reservoir.offer();
                        }
                    });
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                sampled = reservoir.ordinals();
            }
            return sampled;
        }
    }
}
