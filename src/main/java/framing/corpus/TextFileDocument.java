package framing.corpus;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one document of a plain text file. Its text is the whole file, so that offsets count in the file. */
final class TextFileDocument extends CorpusRows<Document> {
    private final InputFile file;
    private final TextDecoder decoder;
    private boolean read;

    private TextFileDocument(InputFile file, TextDecoder decoder) {
        this.file = file;
        this.decoder = decoder;
    }

    static TextFileDocument open(InputFile file) {
        return new TextFileDocument(file, TextDecoder.of(file.path()));
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
            if (!file.fromFolder()) {
                throw TableReader.emptyFile(file.path());
            }
            return rejected("the file is empty");
        }
        if (text.indexOf('\0') >= 0) {
            return rejected("the file contains NUL characters, so it is no plain text");
        }
        if (text.length() > LineReader.LONGEST) {
            return rejected("the file has more than " + LineReader.LONGEST + " characters");
        }
        return new Row.Read<>(new Document(file.name(), "", text, true, Map.of()));
    }

    @Override
    public void close() {}

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

    private Row<Document> rejected(String reason) {
        return new Row.Rejected<>(file.path().toString(), 1, reason);
    }
}
