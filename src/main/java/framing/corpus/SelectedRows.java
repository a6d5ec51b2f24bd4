package framing.corpus;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Those rows of a source that are wanted by their place, and all that are rejected before the last of them. */
final class SelectedRows<T> extends ForwardRows<T> {
    private final RowSource<T> all;
    private final Places places;
    private long seen;

    SelectedRows(RowSource<T> all, Places places) {
        this.all = all;
        this.places = places;
    }

    /** Which of the rows that can be read are wanted, asked in order. */
    interface Places {
        /** The next place that is wanted, at or after this one and counted from 0; {@link Long#MAX_VALUE} for none. */
        long from(long place);
    }

    /** The first places. */
    static Places first(long count) {
        return place -> place < count ? place : Long.MAX_VALUE;
    }

    /** The places in the list, which is in rising order. */
    static Places of(long[] ordinals) {
        return new Places() {
            private int next;

            @Override
            public long from(long place) {
                while (next < ordinals.length && ordinals[next] < place) {
                    next++;
                }
                return next < ordinals.length ? ordinals[next] : Long.MAX_VALUE;
            }
        };
    }

    @Override
    @Nullable
    Row<T> advance() {
        while (places.from(seen) < Long.MAX_VALUE && all.hasNext()) {
            Row<T> row = all.next();
            boolean wanted = row instanceof Row.Rejected<T> || places.from(seen) == seen++;
            if (wanted) {
                return row;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        all.close();
    }
}
