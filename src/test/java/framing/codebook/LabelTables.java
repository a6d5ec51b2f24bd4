package framing.codebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tables of labels for tests: written to a file, and what of them was rejected. */
final class LabelTables {
    private LabelTables() {}

    static Path write(Path file, String content) {
        try {
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Line and reason of each rejected row. */
    static List<String> rejections(AnnotationTable table) {
        return table.rejected().stream()
                .map(row -> row.line() + ": " + row.reason())
                .toList();
    }
}
