package framing.encoder;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of windows read lately, in memory: wire copy runs in many outlets, and a window's vectors are a function of
 * the window alone. When it is full, what was not used for longest goes. Threads may share one.
 */
final class WindowCache {
    /** What an entry takes beside its numbers: objects, headers, links. */
    private static final int BYTES_AN_ENTRY = 250;

    private static final int BYTES_A_ROW = 24;

    private final long mostBytes;
    private final Map<Window, float[][]> vectors = new LinkedHashMap<>(1024, 0.75f, true);
    private long bytes;

    WindowCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** The vectors of the window's sentences, or null when they are not known; not to be changed. */
    synchronized float @Nullable [][] get(Window window) {
        return vectors.get(window);
    }

    /** Keeps the vectors of the window's sentences, which nobody may change from now on. */
    synchronized void put(Window window, float[][] rows) {
        if (vectors.put(window, rows) == null) {
            bytes += size(window, rows);
        }
        var eldest = vectors.entrySet().iterator();
        while (bytes > mostBytes && eldest.hasNext()) {
            Map.Entry<Window, float[][]> entry = eldest.next();
            bytes -= size(entry.getKey(), entry.getValue());
            eldest.remove();
        }
    }

    /** About how many bytes it takes now. */
    synchronized long bytes() {
        return bytes;
    }

    private static long size(Window window, float[][] rows) {
        long numbers = rows.length == 0 ? 0 : rows.length * ((long) rows[0].length * Float.BYTES + BYTES_A_ROW);
        return BYTES_AN_ENTRY + (long) window.length() * Long.BYTES + numbers;
    }
}
