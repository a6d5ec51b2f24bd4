package framing.report;

import framing.corpus.Sentence;
import framing.corpus.Span;
import framing.scoring.CsvOutput;
import framing.training.Suspect;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;

/** Suspected codes as a table to be worked through; the columns of the target are empty where the sentence was coded. */
public final class SuspectsCsv {
    private static final List<String> COLUMNS = List.of(
            "doc_id",
            "seq",
            "role",
            "text",
            "target",
            "target_start",
            "target_end",
            "facet",
            "code",
            "suggested",
            "code_probability",
            "suggested_probability",
            "line");

    private SuspectsCsv() {}

    /** Writes the suspects in the order given. */
    public static void write(Path file, List<Suspect> suspects) throws IOException {
        try (CsvOutput csv = CsvOutput.open(file, COLUMNS)) {
            for (Suspect suspect : suspects) {
                Sentence sentence = suspect.annotation().sentence();
                Span target = suspect.annotation().target();
                csv.row(List.of(
                        sentence.documentId(),
                        sentence.index(),
                        sentence.role().id(),
                        sentence.text(),
                        target == null ? "" : target.in(sentence.text()),
                        target == null ? "" : target.start(),
                        target == null ? "" : target.end(),
                        suspect.facet(),
                        suspect.given(),
                        suspect.suggested(),
                        probability(suspect.probabilityOfGiven()),
                        probability(suspect.probabilityOfSuggested()),
                        suspect.annotation().line()));
            }
        }
    }

    private static BigDecimal probability(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
    }
}
