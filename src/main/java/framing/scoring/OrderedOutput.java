package framing.scoring;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Takes what the workers have scored in the order in which their batches were handed out. When too many batches are under
 * way it waits for the oldest, so that reading never runs ahead of labelling. When the run is to stop it waits no longer.
 */
final class OrderedOutput {
    private static final long LOOKS_EVERY_MILLISECONDS = 100;

    private final RunOutput output;
    private final RunProgress progress;
    private final int most;
    private final BooleanSupplier stopped;
    private final Deque<Future<ScoredBatch>> underWay = new ArrayDeque<>();

    /**
     * An output for one run.
     *
     * @param most batches under way before it waits
     * @param stopped whether the run is to stop
     */
    OrderedOutput(RunOutput output, RunProgress progress, int most, BooleanSupplier stopped) {
        this.output = output;
        this.progress = progress;
        this.most = most;
        this.stopped = stopped;
    }

    void add(Future<ScoredBatch> batch) throws IOException {
        underWay.add(batch);
        while (underWay.size() > most && !stopped.getAsBoolean()) {
            takeOldest();
        }
    }

    void takeAll() throws IOException {
        while (!underWay.isEmpty() && !stopped.getAsBoolean()) {
            takeOldest();
        }
    }

    private void takeOldest() throws IOException {
        try {
            ScoredBatch batch = underWay.element().get(LOOKS_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
            underWay.remove();
            output.write(batch);
            progress.tell(batch);
        } catch (TimeoutException e) {
            return; // to look whether the run is to stop
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while scoring", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Scoring failed: " + e.getCause(), e);
        }
    }
}
