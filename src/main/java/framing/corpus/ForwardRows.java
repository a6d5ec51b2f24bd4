package framing.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A source that only has to say what its next row is. Where a file is damaged, it ends with a rejected row. */
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
                exhausted = next == null;
            } catch (DamagedInputException e) {
                next = e.asRow();
                exhausted = true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
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
