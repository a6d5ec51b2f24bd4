package framing.corpus;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A file that could not be opened: one rejected row. */
final class UnreadableRows<T> extends CorpusRows<T> {
    private @Nullable Row<T> only;

    UnreadableRows(Row.Rejected<T> only) {
        this.only = only;
    }

    @Override
    Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    @Nullable
    Row<T> advance() {
        Row<T> row = only;
        only = null;
        return row;
    }

    @Override
    public void close() {}
}
