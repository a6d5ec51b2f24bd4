package framing.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A source that only has to say what its next row is. */
abstract class ForwardRows<T> implements RowSource<T> {
    private @Nullable Row<T> next;
    private boolean exhausted;

    /** The next row, or null after the last. */
    abstract @Nullable Row<T> advance() throws IOException;

    @Override
    public final boolean hasNext() {
        if (next == null && !exhausted) {
            try {
                next = advance();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            exhausted = next == null;
        }
        return next != null;
    }

    @Override
    public final Row<T> next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Row<T> row = next;
        next = null;
        return row;
    }
}
