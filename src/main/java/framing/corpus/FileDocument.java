package framing.corpus;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one document of a file that is an article. */
final class FileDocument extends CorpusRows<Document> {
    private final InputFile file;
    private final TextDecoder decoder;
    private final Form form;
    private final Selection selection;
    private boolean read;

    private FileDocument(InputFile file, TextDecoder decoder, Form form, Selection selection) {
        this.file = file;
        this.decoder = decoder;
        this.form = form;
        this.selection = selection;
    }

    /** What kind of text the file is. */
    interface Form {
        /** The article in the text of the file. */
        Row<Document> document(InputFile file, String text);
    }

    static FileDocument open(InputFile file, Selection selection) throws IOException {
        return file.format() == CorpusFormat.HTML
                ? new FileDocument(file, TextDecoder.ofPage(file), HtmlArticle::document, selection)
                : new FileDocument(file, TextDecoder.of(file), FileDocument::plain, selection);
    }

    /** The text of a plain file is the whole file, so that offsets count in the file. */
    private static Row<Document> plain(InputFile file, String text) {
        return new Row.Read<>(new Document(file.name(), "", text, true, Map.of()));
    }

    @Override
    Charset charset() {
        return decoder.charset();
    }

    @Override
    @Nullable
    Row<Document> advance() throws IOException {
        if (read) {
            return null;
        }
        read = true;
        String text = text();
        if (text.isBlank()) {
            throw TableReader.emptyFile(file);
        }
        if (text.indexOf('\0') >= 0) {
            return rejected(file, "the file contains NUL characters, so it is no plain text");
        }
        if (text.length() > LineReader.LONGEST) {
            return rejected(file, "the file has more than " + LineReader.LONGEST + " characters");
        }
        Row<Document> row = form.document(file, text);
        boolean wanted = !(row instanceof Row.Read<Document> document)
                || selection.wants(document.value().carried());
        return wanted ? row : null;
    }

    @Override
    public void close() {}

    static Row<Document> rejected(InputFile file, String reason) {
        return new Row.Rejected<>(file.source(), 1, reason);
    }

    private String text() throws IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[1 << 13];
        try (Reader reader = decoder.open()) {
            for (int n = reader.read(buffer); n >= 0 && text.length() <= LineReader.LONGEST; n = reader.read(buffer)) {
                text.append(buffer, 0, n);
            }
        }
        return text.toString();
    }
}
