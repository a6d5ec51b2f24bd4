package framing.corpus;

import java.nio.charset.Charset;
import java.util.List;

/** The rows of one file of a corpus, with what the survey wants to know about them. */
abstract class CorpusRows<T> extends ForwardRows<T> {

    abstract Charset charset();

    /** The columns known from the file's header that are kept for the output. */
    List<String> carriedColumns() {
        return List.of();
    }

    /** How many rows so far were named by their file and row. */
    long idsMade() {
        return 0;
    }
}
