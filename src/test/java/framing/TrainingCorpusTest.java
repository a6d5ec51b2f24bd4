package framing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The articles that the bundled model learns from, and those held out from it, are as their datasheet says. */
class TrainingCorpusTest {
    private static final int RUN = 8;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** Full names of institutions, which any article may print. */
    private static final List<String> NAMES = List.of(
            "the organisation for the prohibition of chemical weapons",
            "the organization for security and cooperation in europe",
            "the popular front for the liberation of palestine",
            "the general command of the libyan arab armed forces",
            "the group for the support of islam and muslims");

    private static List<CSVRecord> units = List.of();
    private static List<CSVRecord> heldOut = List.of();
    private static List<CSVRecord> all = List.of();

    @BeforeAll
    static void read() throws IOException {
        units = read("articles.csv");
        heldOut = read("held-out.csv");
        all = Stream.concat(units.stream(), heldOut.stream()).toList();
    }

    private static List<CSVRecord> read(String name) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser =
                CSVParser.parse(Path.of("training-data", "conflict-news", name), StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }

    @Test
    void there_are_enough_articles_and_units() {
        assertThat(units).hasSize(14_626);
        assertThat(units.stream().map(unit -> unit.get("doc_id")).distinct()).hasSize(726);
        assertThat(heldOut).hasSize(802);
    }

    @Test
    void no_article_is_learned_from_and_held_out() {
        assertThat(heldOut.stream().map(unit -> unit.get("doc_id")))
                .doesNotContainAnyElementsOf(
                        units.stream().map(unit -> unit.get("doc_id")).toList());
    }

    @Test
    void no_cell_is_empty_and_units_are_counted_from_0() {
        Map<String, Integer> next = new HashMap<>();
        for (CSVRecord unit : all) {
            assertThat(unit.toMap())
                    .allSatisfy((column, cell) -> assertThat(cell).as(column).isNotBlank());
            assertThat(unit.get("seq")).isEqualTo(String.valueOf(next.merge(unit.get("doc_id"), 1, Integer::sum) - 1));
        }
    }

    @Test
    void a_code_is_one_that_a_coder_gave_but_for_the_one_mended_later() {
        for (String facet : List.of("voice", "loaded")) {
            assertThat(all)
                    .filteredOn(unit -> !unit.get(facet).equals(unit.get(facet + "_coder_1"))
                            && !unit.get(facet).equals(unit.get(facet + "_coder_2")))
                    .extracting(unit -> unit.get("doc_id") + " " + unit.get("seq"))
                    .isSubsetOf("W4-005 15");
        }
    }

    @Test
    void a_factual_report_is_never_loaded() {
        assertThat(all)
                .filteredOn(unit -> unit.get("voice").equals("factual_report"))
                .allSatisfy(unit -> assertThat(unit.get("loaded")).isEqualTo("no"));
    }

    @Test
    void no_two_articles_share_eight_words_in_a_row() {
        Map<String, String> first = new HashMap<>();
        List<String> shared = new ArrayList<>();
        for (CSVRecord unit : all) {
            for (String run : runs(unit.get("text"))) {
                String article = first.putIfAbsent(run, unit.get("doc_id"));
                if (article != null
                        && !article.equals(unit.get("doc_id"))
                        && NAMES.stream().noneMatch(name -> name.contains(run))) {
                    shared.add(article + ", " + unit.get("doc_id") + ": " + run);
                }
            }
        }
        assertThat(shared).isEmpty();
    }

    private static Set<String> runs(String text) {
        List<String> words = WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
        Set<String> runs = new HashSet<>();
        for (int from = 0; from + RUN <= words.size(); from++) {
            runs.add(String.join(" ", words.subList(from, from + RUN)));
        }
        return runs;
    }
}
