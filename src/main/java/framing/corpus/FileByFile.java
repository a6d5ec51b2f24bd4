package framing.corpus;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The rows of one file after another, each opened when the one before is done, and what was learnt of the files. */
final class FileByFile<T> extends ForwardRows<T> {
    private final Iterator<Input> inputs;
    private final Opener<T> opener;
    private final Set<String> carriedColumns = new LinkedHashSet<>();
    private final Map<String, Charset> charsets = new LinkedHashMap<>();
    private @Nullable CorpusRows<T> current;
    /** The archive of the file under way: while it is open, each of its members is opened without listing them all. */
    private @Nullable ZipFile archive;

    private @Nullable Path archivePath;
    private long idsMade;

    FileByFile(List<Input> inputs, Opener<T> opener) {
        this.inputs = inputs.iterator();
        this.opener = opener;
    }

    /** How a file's rows are read. */
    interface Opener<T> {
        CorpusRows<T> open(InputFile file) throws IOException;
    }

    /** The columns that the files so far keep for the output. */
    Set<String> carriedColumns() {
        return carriedColumns;
    }

    /** The charset of each file so far that is not UTF-8. */
    Map<String, Charset> charsets() {
        return charsets;
    }

    /** How many rows so far were named by their file and row. */
    long idsMade() {
        return idsMade + (current == null ? 0 : current.idsMade());
    }

    @Override
    @Nullable
    Row<T> advance() throws IOException {
        while (current == null || !current.hasNext()) {
            closeCurrent();
            if (!inputs.hasNext()) {
                return null;
            }
            current = open(inputs.next());
        }
        return current.next();
    }

    @Override
    public void close() throws IOException {
        closeCurrent();
        holdArchive(null);
    }

    private CorpusRows<T> open(Input input) throws IOException {
        if (input instanceof UnreadableInput unreadable) {
            return new UnreadableRows<>(new Row.Rejected<>(unreadable.source(), 1, unreadable.reason()));
        }
        InputFile file = (InputFile) input;
        try {
            holdArchive(file.member().isEmpty() ? null : file.path());
            CorpusRows<T> rows = opener.open(file);
            carriedColumns.addAll(rows.carriedColumns());
            if (!rows.charset().equals(StandardCharsets.UTF_8)) {
                charsets.put(file.source(), rows.charset());
            }
            return rows;
        } catch (DamagedInputException e) {
            if (file.found()) {
                return new UnreadableRows<>(e.asRow());
            }
            throw e.asRefusal();
        } catch (IOException e) {
            throw file.cannotBeRead(e);
        }
    }

    private void closeCurrent() throws IOException {
        if (current != null) {
            idsMade += current.idsMade();
            current.close();
            current = null;
        }
    }

    private void holdArchive(@Nullable Path path) throws IOException {
        if (path != null && path.equals(archivePath)) {
            return;
        }
        if (archive != null) {
            archive.close();
        }
        archive = path == null ? null : ZipArchive.open(path);
        archivePath = path;
    }
}
