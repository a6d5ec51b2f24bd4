package framing.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import org.junit.jupiter.api.Test;

/**
 * How well the splitter finds the boundaries within paragraphs, beside ICU's sentence rules alone and OpenNLP's model of
 * English. Writes the table of benchmarks.md to {@code target/splitter-scores.md}.
 */
class SplitterComparisonTest {
    private static final String MARK = "¦";
    private static final List<String> FIXTURES =
            List.of("hand-split.txt", "raw-articles-chosen.txt", "raw-articles-held-out.txt");

    /** Finds the ends of the sentences of a paragraph. */
    private interface Splitter {
        Set<Integer> ends(String paragraph);
    }

    /** What a splitter did with a fixture: boundaries that are right, that it set, and that there are. */
    private record Score(int right, int set, int there) {
        double precision() {
            return (double) right / set;
        }

        double recall() {
            return (double) right / there;
        }

        double f1() {
            return 2.0 * right / (set + there);
        }
    }

    @Test
    void our_boundaries_are_better_than_those_of_icu_alone_and_of_opennlp() throws IOException {
        Map<String, Splitter> splitters = new LinkedHashMap<>();
        splitters.put("framing", SplitterComparisonTest::ours);
        splitters.put("ICU alone", SplitterComparisonTest::icu);
        splitters.put("OpenNLP, English", openNlp());
        StringBuilder table = new StringBuilder(
                "| fixture | splitter | precision | recall | F1 | boundaries |\n|---|---|---:|---:|---:|---:|\n");
        for (String fixture : FIXTURES) {
            List<String> paragraphs = paragraphs(fixture);
            Map<String, Score> scores = new LinkedHashMap<>();
            splitters.forEach((name, splitter) -> scores.put(name, score(splitter, paragraphs)));
            scores.forEach((name, score) -> table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.3f | %.3f | %.3f | %d |%n",
                    fixture,
                    name,
                    score.precision(),
                    score.recall(),
                    score.f1(),
                    score.there())));
            Score ours = Objects.requireNonNull(scores.remove("framing"));
            assertThat(ours.f1()).as(fixture).isGreaterThan(0.97);
            scores.values().forEach(score -> assertThat(ours.f1()).isGreaterThan(score.f1()));
        }
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("splitter-scores.md"), table);
    }

    @Test
    void the_fixtures_hold_more_than_three_hundred_boundaries_of_raw_articles() throws IOException {
        long units = Stream.concat(paragraphs(FIXTURES.get(1)).stream(), paragraphs(FIXTURES.get(2)).stream())
                .flatMap(paragraph -> Stream.of(paragraph.split(MARK)))
                .count();

        assertThat(units).isGreaterThan(400);
    }

    static List<String> paragraphs(String fixture) throws IOException {
        try (InputStream in = SplitterComparisonTest.class.getResourceAsStream(fixture)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static Score score(Splitter splitter, List<String> paragraphs) {
        int right = 0;
        int set = 0;
        int there = 0;
        for (String paragraph : paragraphs) {
            Set<Integer> wanted = marked(paragraph);
            Set<Integer> found = new TreeSet<>(splitter.ends(paragraph.replace(MARK, "")));
            found.remove(paragraph.replace(MARK, "").length());
            there += wanted.size();
            set += found.size();
            found.retainAll(wanted);
            right += found.size();
        }
        return new Score(right, set, there);
    }

    /** The ends of all units but the last. */
    private static Set<Integer> marked(String paragraph) {
        Set<Integer> ends = new TreeSet<>();
        int end = 0;
        List<String> units = Arrays.asList(paragraph.split(MARK));
        for (String unit : units.subList(0, units.size() - 1)) {
            end += unit.length();
            ends.add(end - (unit.length() - unit.stripTrailing().length()));
        }
        return ends;
    }

    private static Set<Integer> ours(String paragraph) {
        Set<Integer> ends = new TreeSet<>();
        new SentenceSplitter().split(new Document("d", "", paragraph, Map.of())).forEach(unit -> ends.add(unit.end()));
        return ends;
    }

    private static Set<Integer> icu(String paragraph) {
        Set<Integer> ends = new TreeSet<>();
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(paragraph);
        for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            ends.add(Span.trimmed(paragraph, 0, end).end());
        }
        return ends;
    }

    private static Splitter openNlp() throws IOException {
        try (InputStream in = SentenceModel.class.getResourceAsStream("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin")) {
            SentenceDetectorME detector = new SentenceDetectorME(new SentenceModel(Objects.requireNonNull(in)));
            return paragraph -> {
                Set<Integer> ends = new TreeSet<>();
                for (opennlp.tools.util.Span sentence : detector.sentPosDetect(paragraph)) {
                    ends.add(sentence.getEnd());
                }
                return ends;
            };
        }
    }
}
