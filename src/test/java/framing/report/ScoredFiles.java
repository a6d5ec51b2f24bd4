package framing.report;

import framing.scoring.CsvOutput;
import framing.scoring.ScoringPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Scored files with invented contents, in the columns that {@code framing score} writes. */
public final class ScoredFiles {
    static final List<String> COLUMNS = List.of(
            "doc_id",
            "sentence_index",
            "role",
            "start",
            "end",
            "text",
            "voice",
            "voice_probability",
            "loaded",
            "loaded_probability",
            "p_voice_official",
            "p_voice_rebel",
            "p_voice_outlet",
            "p_loaded_no",
            "p_loaded_yes",
            "outlet",
            "date",
            "model");
    static final List<String> STANCE_COLUMNS = List.of(
            "doc_id",
            "sentence_index",
            "target_id",
            "target",
            "mention",
            "start",
            "end",
            "stance",
            "stance_probability",
            "holder",
            "model");

    private static final List<String> VOICES = List.of("official", "rebel", "outlet");
    private static final List<String> OUTLETS = List.of("Northsea News", "The Daily Comet", "Meridian Wire", "Gazette");
    private static final List<String> STANCES = List.of("supportive", "neutral", "critical");

    private ScoredFiles() {}

    /** A row with these cells and the usual ones for the rest. */
    static List<Object> row(String document, int index, String text, int voice, String outlet, String date) {
        return List.of(
                document,
                index,
                index == 0 ? "headline" : "body",
                10 * index,
                10 * index + text.length(),
                text,
                VOICES.get(voice),
                "0.8000",
                voice == 2 ? "yes" : "no",
                "0.9000",
                voice == 0 ? "0.8000" : "0.1000",
                voice == 1 ? "0.8000" : "0.1000",
                voice == 2 ? "0.8000" : "0.1000",
                voice == 2 ? "0.1000" : "0.9000",
                voice == 2 ? "0.9000" : "0.1000",
                outlet,
                date,
                "tiny@12345678");
    }

    static Path write(Path file, List<String> columns, Iterable<? extends List<?>> rows) {
        try (CsvOutput csv = CsvOutput.open(file, columns)) {
            for (List<?> row : rows) {
                csv.row(row);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Articles of twenty-five sentences each, of four outlets, over two years; official voices grow rarer. */
    public static Path corpus(Path file, int articles) {
        SplittableRandom random = new SplittableRandom(1);
        try (CsvOutput csv = CsvOutput.open(file, COLUMNS)) {
            for (int article = 0; article < articles; article++) {
                LocalDate day = LocalDate.of(2024, 1, 1).plusDays(730L * article / articles);
                int outlet = random.nextInt(OUTLETS.size());
                for (int sentence = 0; sentence < 25; sentence++) {
                    int voice = random.nextInt(730) > 730L * article / articles / 2 + 90L * outlet
                            ? 0
                            : 1 + random.nextInt(2);
                    csv.row(row(
                            "article-" + article,
                            sentence,
                            "The committee of the northern district said on day " + article + " that sentence "
                                    + sentence + " of its report would be read out before the winter session ends.",
                            voice,
                            OUTLETS.get(outlet),
                            day.toString()));
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stances toward two targets in the sentences of such a corpus. */
    public static Path stances(Path scored, int articles) {
        SplittableRandom random = new SplittableRandom(2);
        Path file = ScoringPlan.outputPerTarget(scored);
        try (CsvOutput csv = CsvOutput.open(file, STANCE_COLUMNS)) {
            for (int article = 0; article < articles; article++) {
                for (int sentence = 1; sentence < 25; sentence += 4) {
                    int start = 10 * sentence + 4;
                    csv.row(List.of(
                            "article-" + article,
                            sentence,
                            "committee",
                            random.nextInt(3) == 0 ? "The northern district" : "The committee",
                            "committee",
                            start,
                            start + "committee".length(),
                            STANCES.get(Math.max(random.nextInt(3), random.nextInt(3))),
                            String.format(Locale.ROOT, "%.4f", 0.5 + random.nextDouble() / 2),
                            VOICES.get(random.nextInt(3)),
                            "tiny@12345678"));
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
