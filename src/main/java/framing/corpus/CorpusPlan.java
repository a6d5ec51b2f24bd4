package framing.corpus;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be read, and how.
 *
 * @param inputs paths of files, folders and ZIP archives, and patterns such as {@code corpus/*.csv}, in this order
 * @param columns where tables keep an article's parts
 * @param delimiter what separates the cells of CSV, or null where each file's header tells
 * @param selection which articles are wanted
 */
public record CorpusPlan(
        List<String> inputs,
        CorpusColumns columns,
        @Nullable Character delimiter,
        Selection selection) {
    public CorpusPlan {
        inputs = List.copyOf(inputs);
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("A corpus needs an input, but there was none");
        }
        if (delimiter != null && "\"\r\n".indexOf(delimiter) >= 0) {
            throw new IllegalArgumentException("A quotation mark or a line end cannot separate cells");
        }
    }

    /** All articles of files and folders, their tables separated as they show. */
    public static CorpusPlan of(List<Path> inputs, CorpusColumns columns) {
        return new CorpusPlan(inputs.stream().map(Path::toString).toList(), columns, null, Selection.ALL);
    }
}
