package framing.scoring;

import java.io.Closeable;
import java.io.IOException;

/** Writes rows of the output, in the order they come. */
interface ScoreWriter extends Closeable {
    void write(ScoredSentence row) throws IOException;
}
