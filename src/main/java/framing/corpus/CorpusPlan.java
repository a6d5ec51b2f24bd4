package framing.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** What shapes the rows that come out beside the inputs themselves, by the name of its option. */
    public Map<String, String> options() {
        Map<String, String> options = new TreeMap<>();
        options.put("id-column", columns.id());
        options.put("title-column", columns.title());
        options.put("text-column", columns.text());
        if (delimiter != null) {
            options.put("delimiter", delimiter.toString());
        }
        options.putAll(selection.options());
        return options;
    }

    /** All articles of files and folders, their tables separated as they show. */
    public static CorpusPlan of(List<Path> inputs, CorpusColumns columns) {
        return new CorpusPlan(inputs.stream().map(Path::toString).toList(), columns, null, Selection.ALL);
    }
}
