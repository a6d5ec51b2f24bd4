package framing.cli;

import framing.corpus.Row;
import java.util.List;

/** Rejected rows in one sentence. */
final class RejectedWords {
    private RejectedWords() {}

    /** How many there are, and what is wrong with the first. */
    static String of(List<? extends Row.Rejected<?>> rejected) {
        Row.Rejected<?> first = rejected.get(0);
        return rejected.size() + " rows cannot be used; the first: line " + first.line() + " of " + first.source()
                + ", " + first.reason() + ".";
    }
}
