package framing.scoring;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of text in UTF-8 to be written. */
final class TextFile {
    private TextFile() {}

    /**
     * Opens the file anew. Half of a surrogate pair, as cut-off emoji in JSON leave it, is written as a question mark;
     * {@link Files#newBufferedWriter} would stop the run.
     */
    static Writer open(Path file) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
    }
}
