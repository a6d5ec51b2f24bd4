package framing.cli;

import framing.Progress;
import framing.UserFacingException;
import framing.codebook.Annotation;
import framing.codebook.AnnotationReader;
import framing.codebook.AnnotationTable;
import framing.codebook.Codebook;
import framing.codebook.MixedFacet;
import framing.corpus.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What labelled sentences are read from, and how. */
final class LabelOptions {
    @Parameters(
            paramLabel = "LABELS",
            arity = "1..*",
            description = "Tables of labelled sentences (CSV, JSON lines, Parquet, XLSX): one row a unit, one column a"
                    + " facet; doc_id and seq (or sentence_index) give the article and the place in it where known.")
    private List<Path> files = List.of();

    @Option(
            names = "--facet",
            paramLabel = "COLUMN",
            description =
                    "A column of codes; may be given several times (default: the codebook's that the files have).")
    private List<String> facets = List.of();

    @Option(names = "--text-column", paramLabel = "NAME", defaultValue = "text", description = "Default: text.")
    private String textColumn = "text";

    @Option(
            names = "--group-column",
            paramLabel = "NAME",
            description =
                    "What must stay together in a split and in intervals, such as the outlet (default: doc_id, or the"
                            + " text where there is none).")
    private @Nullable String groupColumn;

    @Option(names = "--strict", description = "Stop at the first unusable row instead of leaving it out.")
    private boolean strict;

    List<Path> files() {
        return files;
    }

    /** The table; of facets that may have been read otherwise than they were meant, it warns. */
    AnnotationTable read(Optional<Codebook> codebook, Progress progress) {
        AnnotationTable table = AnnotationReader.read(files, textColumn, groupColumn, facets, codebook);
        if (strict && !table.rejected().isEmpty()) {
            Row.Rejected<Annotation> first = table.rejected().get(0);
            throw new UserFacingException(
                    table.rejected().size() + " row(s) cannot be used; the first is line " + first.line() + " of "
                            + first.source() + ": " + first.reason() + ".",
                    "Mend the rows, or leave --strict out to train without them.");
        }
        table.mixed().forEach(facet -> progress.say(warning(facet)));
        return table;
    }

    private static String warning(MixedFacet mixed) {
        return String.format(
                Locale.ROOT,
                "Facet %1$s: %2$,d coded row(s) name a target and %3$,d do not, so it is taken as one code a sentence, and"
                        + " no target is looked at. If it is asked of targets, give every row coded for %1$s a target, or"
                        + " say \"per: target\" of %1$s in a codebook (--codebook), which then leaves out the %3$,d.",
                mixed.facet(),
                mixed.withTarget(),
                mixed.withoutTarget());
    }
}
