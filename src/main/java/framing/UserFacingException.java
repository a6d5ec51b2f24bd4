package framing;

import org.jspecify.annotations.Nullable;

/**
 * The request or its input is at fault, in words for the person who made it. The message says what is wrong, the remedy
 * what to do about it; only the command line turns them into output and an exit code.
 */
public final class UserFacingException extends RuntimeException {
    private final String remedy;

    public UserFacingException(String message, String remedy) {
        this(message, remedy, null);
    }

    public UserFacingException(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /** What the person can do, as one or two sentences. */
    public String remedy() {
        return remedy;
    }
}
