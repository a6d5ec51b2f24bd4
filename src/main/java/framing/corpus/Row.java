package framing.corpus;

import java.util.function.Function;

/**
 * One row of input: read, or rejected with its place and the reason. A bad row is data: it is counted and written beside
 * the output, and the run goes on.
 */
public sealed interface Row<T> {
    /** A row that could be read. */
    record Read<T>(T value) implements Row<T> {}

    /**
     * A row that could not be used.
     *
     * @param source the file the row stands in, as its path was given
     * @param line the line in the file on which the row begins, counted from 1
     * @param reason what is wrong, as one sentence without a full stop
     */
    record Rejected<T>(String source, long line, String reason) implements Row<T> {}

    /** The same row with its value turned into something else, or rejected by the function. */
    default <R> Row<R> then(Function<T, Row<R>> function) {
        if (this instanceof Read<T> read) {
            return function.apply(read.value());
        }
        Rejected<T> rejected = (Rejected<T>) this;
        return new Rejected<>(rejected.source(), rejected.line(), rejected.reason());
    }
}
