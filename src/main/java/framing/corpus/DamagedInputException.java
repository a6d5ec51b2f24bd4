package framing.corpus;

import framing.UserFacingException;
import java.io.IOException;

/**
 * A file that cannot be read, or not beyond some place. What was read before stays good, so this becomes one rejected
 * row, and the run goes on with the next file.
 */
final class DamagedInputException extends IOException {
    private final String source;
    private final long line;
    private final String reason;

    /**
     * A file that is damaged from some place on.
     *
     * @param source the file, as it is named in rejected rows
     * @param line the line, or in a file without lines the row, at which the reading ended, from 1
     * @param reason what is wrong, as one sentence without a full stop
     */
    DamagedInputException(String source, long line, String reason) {
        super(reason);
        this.source = source;
        this.line = line;
        this.reason = reason;
    }

    /** The same damage, at another line. */
    DamagedInputException atLine(long place) {
        return new DamagedInputException(source, place, reason);
    }

    String reason() {
        return reason;
    }

    <T> Row.Rejected<T> asRow() {
        return new Row.Rejected<>(source, line, reason);
    }

    /** What a person is told who named this very file. */
    UserFacingException asRefusal() {
        return new UserFacingException(
                source + " cannot be read: " + reason + ".", "Save or download the file again, or leave it out.", this);
    }
}
