package framing.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import framing.Golden;
import framing.classifier.TinyModels;
import framing.codebook.LabelDistribution;
import framing.codebook.Prediction;
import framing.corpus.Role;
import framing.corpus.Sentence;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvScoreWriterTest {
    private static final Prediction PREDICTION = new Prediction(
            TinyModels.CODEBOOK,
            Map.of(
                    "voice", LabelDistribution.of(0.125f, 0.7f, 0.175f),
                    "loaded", LabelDistribution.of(0.00004f, 0.99996f)));
    private static final ScoreColumns COLUMNS =
            new ScoreColumns(TinyModels.CODEBOOK, "tiny@12345678", List.of("outlet", "note", "text", "=bad"));

    private static ScoredSentence row(int index, String text, Map<String, String> carried) {
        return new ScoredSentence(
                new Sentence("doc-1", index, Role.BODY, 10 * index, 10 * index + text.length(), text),
                PREDICTION,
                carried);
    }

    private static final List<ScoredSentence> ROWS = List.of(
            row(0, "Plain words.", Map.of("outlet", "The Ford Gazette", "note", "-5")),
            row(1, "=SUM(A1:A9)", Map.of("outlet", "+cmd", "note", "+1,234.5")),
            row(2, "-At dawn, they left.", Map.of("outlet", "@home", "note", "-1e-3")),
            row(3, "\"Go,\" she said.", Map.of("outlet", "a, b", "note", "-", "text", "carried")),
            row(4, "Two\nlines", Map.of("outlet", "\ttab", "note", "", "=bad", "=1+1")),
            row(5, "قال المتحدث 💥", Map.of("note", "1.5")));

    @Test
    void rows_in_csv_are_as_they_always_were() throws IOException {
        StringWriter out = new StringWriter();
        try (CsvScoreWriter writer = new CsvScoreWriter(COLUMNS, out)) {
            for (ScoredSentence row : ROWS) {
                writer.write(row);
            }
        }
        Golden.assertMatches(CsvScoreWriterTest.class, "scores.csv", out.toString());
    }

    @Test
    void rows_in_json_are_as_they_always_were() throws IOException {
        StringWriter out = new StringWriter();
        try (JsonLinesScoreWriter writer = new JsonLinesScoreWriter(COLUMNS, out)) {
            for (ScoredSentence row : ROWS) {
                writer.write(row);
            }
        }
        Golden.assertMatches(CsvScoreWriterTest.class, "scores.jsonl", out.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1+1",
                "-1+1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "-",
                "+",
                "--5",
                "-5-",
                "=",
                "＝1+1",
                "＋1",
                "－1",
                "＠x",
                "-five",
                "- a dash",
                "+44 20 7946 0000"
            })
    void what_a_spreadsheet_would_run_gets_an_apostrophe(String cell) {
        assertThat(CsvOutput.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "+5", "-5.25", "-1,234.5", "-1e-3", "5", "", "'quoted'", "a=b", "1-2", " =1", "(-5)"})
    void numbers_and_other_text_are_left_alone(String cell) {
        assertThat(CsvOutput.harmless(cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 0.00004f, 0.00006f, 0.5f, 0.99994f, 0.99996f, 1})
    void probabilities_have_four_decimals(float probability) {
        assertThat(Probability.of(probability).toPlainString()).matches("[01]\\.[0-9]{4}");
        assertThat(Probability.of(probability).floatValue()).isCloseTo(probability, within(0.00005f));
    }
}
