package framing.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a run end in order when the program is told to end (Ctrl-C, a shutdown of the machine): the process stays until
 * this is closed, but not for long.
 */
final class Interruption implements AutoCloseable {
    /** The code that shells give to a program ended by Ctrl-C. */
    static final int CODE = 130;

    private static final long LONGEST_SECONDS = 20;

    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread hook;

    /**
     * Waits for an interruption.
     *
     * @param stop asks the run to end, and tells whether there is one to wait for
     */
    void calls(BooleanSupplier stop) {
        hook = new Thread(() -> {
            if (stop.getAsBoolean()) {
                waitForClose();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void waitForClose() {
        try {
            closed.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            if (hook != null) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        } catch (IllegalStateException e) {
            return; // it is running
        }
    }
}
