package framing.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text, whichever way each of them ends (LF, CRLF or CR). A line may be given back, to be read again. A
 * line beyond {@link #LONGEST} is cut there, so that a file without line ends cannot fill the memory.
 */
final class LineReader implements Closeable {
    /** The most characters a line may have: enough for any text, and bounded. */
    static final int LONGEST = 20_000_000;

    private final Reader in;
    private final char[] buffer = new char[1 << 15];
    private final Deque<Line> givenBack = new ArrayDeque<>();
    private int position;
    private int limit;
    private long number;

    LineReader(Reader in) {
        this.in = in;
    }

    /**
     * A line.
     *
     * @param number its number, from 1
     * @param text its characters, without the line end
     * @param end the line end, empty at the end of the file
     * @param cut whether it was too long, and its rest was dropped
     */
    record Line(long number, String text, String end, boolean cut) {
        boolean hasNul() {
            return text.indexOf('\0') >= 0;
        }
    }

    /** The next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        if (!givenBack.isEmpty()) {
            return givenBack.pop();
        }
        if (atEnd()) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        boolean cut = false;
        do {
            int stop = endOfRun();
            int wanted = Math.min(stop - position, LONGEST - text.length());
            text.append(buffer, position, wanted);
            cut |= wanted < stop - position;
            position = stop;
        } while (position == limit && !atEnd());
        return new Line(++number, text.toString(), lineEnd(), cut);
    }

    /** The next line that is not blank, or null at the end. */
    @Nullable
    Line nextNotBlank() throws IOException {
        Line line = next();
        while (line != null && line.text().isBlank()) {
            line = next();
        }
        return line;
    }

    /** Gives lines back, in their order. */
    void giveBack(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            givenBack.push(lines.get(i));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private int endOfRun() {
        int stop = position;
        while (stop < limit && buffer[stop] != '\n' && buffer[stop] != '\r') {
            stop++;
        }
        return stop;
    }

    private String lineEnd() throws IOException {
        if (atEnd()) {
            return "";
        }
        if (buffer[position++] == '\n') {
            return "\n";
        }
        if (!atEnd() && buffer[position] == '\n') {
            position++;
            return "\r\n";
        }
        return "\r";
    }

    private int read() throws IOException {
        try {
            return in.read(buffer);
        } catch (DamagedInputException e) {
            throw e.atLine(number + 1);
        }
    }

    private boolean atEnd() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, read());
        }
        return limit == 0;
    }
}
