package framing.scoring;

import framing.codebook.Codebook;
import framing.codebook.Targets;
import framing.corpus.CorpusPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a scoring run is to do.
 *
 * @param corpus what is read, and how
 * @param unit what a row of the input is
 * @param output the file to write
 * @param format its form
 * @param threads that label at the same time
 * @param start what to do about what is there already
 * @param targets whom the facets per target are asked about; empty does not ask them
 * @param stories whether articles that are nearly the same are told by a column story_id
 */
public record ScoringPlan(
        CorpusPlan corpus,
        Unit unit,
        Path output,
        Format format,
        int threads,
        Start start,
        Optional<Targets> targets,
        boolean stories) {
    public ScoringPlan {
        if (threads < 1) {
            throw new IllegalArgumentException("A run needs a thread, but had " + threads);
        }
        if (format == Format.PARQUET && GrowingFile.isCompressed(output)) {
            throw new IllegalArgumentException(
                    "Parquet is compressed in itself and needs no .gz, but was to be " + output.getFileName());
        }
    }

    /** The file beside an output in which a run keeps what it says of targets, where it is asked about any. */
    public static Path outputPerTarget(Path output) {
        return new RunFiles(output).targets();
    }

    /** The file beside an output in which a run says, as JSON, what it was and what it came to. */
    public static Path summaryOf(Path output) {
        return new RunFiles(output).summary();
    }

    /** What shapes the output beside the inputs and the model, by the name of its option. */
    Map<String, String> options() {
        Map<String, String> options = new TreeMap<>();
        options.put("format", format.toString());
        options.put("unit", unit.toString());
        options.put("targets", targets.map(Targets::sha256).orElse("none"));
        options.put("stories", String.valueOf(stories));
        options.putAll(corpus.options());
        return options;
    }

    /** Refuses a codebook whose facets or codes would give the output two columns of one name. */
    public static void requireDistinctColumns(Codebook codebook) {
        new ScoreColumns(codebook, "", List.of(), false);
        new TargetColumns(codebook, "", List.of());
    }

    /** What to do about what is there already. */
    public enum Start {
        /** Nothing may be there. */
        FRESH,
        /** What is there is replaced. */
        OVERWRITE,
        /** A run that was stopped goes on from its checkpoint; without one, it starts from the beginning. */
        RESUME
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
        JSONL,
        PARQUET;

        /** The format that the file's name asks for by its ending: .jsonl, .ndjson or .parquet, else CSV. */
        public static Format of(Path output) {
            String name = output.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
            if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
                return JSONL;
            }
            return name.endsWith(".parquet") ? PARQUET : CSV;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
