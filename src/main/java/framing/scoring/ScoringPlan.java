package framing.scoring;

import framing.codebook.Codebook;
import framing.corpus.CorpusPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a scoring run is to do.
 *
 * @param corpus what is read, and how
 * @param unit what a row of the input is
 * @param output the file to write
 * @param format its form
 * @param threads that label at the same time
 * @param overwrite whether an output that is there may be replaced
 */
public record ScoringPlan(CorpusPlan corpus, Unit unit, Path output, Format format, int threads, boolean overwrite) {
    public ScoringPlan {
        if (threads < 1) {
            throw new IllegalArgumentException("A run needs a thread, but had " + threads);
        }
    }

    /** Refuses a codebook whose facets or codes would give the output two columns of one name. */
    public static void requireDistinctColumns(Codebook codebook) {
        new ScoreColumns(codebook, "", List.of());
    }

    /** What a row of the input is. */
    public enum Unit {
        /** An article, to be split into sentences. */
        ARTICLE,
        /** A sentence already. */
        SENTENCE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The form of the output. */
    public enum Format {
        CSV,
        JSONL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
