package framing.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import framing.UserFacingException;
import framing.corpus.Selection.Condition;
import framing.corpus.Selection.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {
    @TempDir
    Path folder;

    private Path file(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CorpusReader reader(Selection selection, Path... inputs) {
        return CorpusReader.of(new CorpusPlan(
                List.of(inputs).stream().map(Path::toString).toList(), CorpusColumns.DEFAULT, null, selection));
    }

    private static Selection where(String... pairs) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            conditions.add(new Condition(pairs[i], pairs[i + 1]));
        }
        return new Selection(conditions, OptionalLong.empty(), null);
    }

    private static Selection limit(long count) {
        return new Selection(List.of(), OptionalLong.of(count), null);
    }

    private static Selection sample(int size, long seed) {
        return new Selection(List.of(), OptionalLong.empty(), new Sample(size, seed));
    }

    private static List<String> ids(CorpusReader reader) {
        List<String> ids = new ArrayList<>();
        try (RowSource<Document> rows = reader.documents()) {
            rows.forEachRemaining(row -> ids.add(
                    row instanceof Row.Read<Document> read ? read.value().id() : "rejected"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }

    private Path numbered(int count) {
        StringBuilder table = new StringBuilder("id,text\n");
        for (int i = 0; i < count; i++) {
            table.append(i).append(",Text.\n");
        }
        return file("numbered.csv", table.toString());
    }

    @Test
    void rows_are_wanted_that_meet_every_condition_to_the_letter() {
        Path table = file(
                "a.csv",
                "id,language,outlet,text\n1,en,A,Text.\n2,fr,A,Text.\n3,en,B,Text.\n4,en ,A,Text.\n5,fr,A,\n6,en,A,\n");

        assertThat(ids(reader(where("language", "en"), table))).containsExactly("1", "3", "rejected");
        assertThat(ids(reader(where("language", "en", "outlet", "B"), table))).containsExactly("3");
        assertThat(reader(where("language", "en"), table).survey().documents()).isEqualTo(2);
    }

    @Test
    void rows_that_are_not_wanted_still_count_in_made_names() {
        Path table = file("a.csv", "language,text\nfr,Text.\nen,Text.\n");

        assertThat(ids(reader(where("language", "en"), table))).containsExactly("a.csv:2");
    }

    @Test
    void a_condition_on_a_column_that_is_not_there_names_those_that_are() {
        Path table = file("a.csv", "id,text\n1,Text.\n");

        assertThatThrownBy(() -> reader(where("lang", "en"), table).survey())
                .isInstanceOf(UserFacingException.class)
                .hasMessage("No column \"lang\" in " + table + " (found: id, text).");
    }

    @Test
    void texts_without_columns_meet_no_condition() {
        Path text = file("a.txt", "Text.");
        Path table = file("b.csv", "id,language,text\n1,en,Text.\n");

        assertThat(ids(reader(where("language", "en"), text, table))).containsExactly("1");
    }

    @Test
    void a_limit_reads_the_first_articles_that_can_be_read_and_nothing_after_them() {
        Path first = file("a.csv", "id,text\n1,Text.\n2,\n3,Text.\n4,\n5,Text.\n");
        Path second = file("b.csv", "id,text\n6,Text.\n");

        assertThat(ids(reader(limit(2), first, second))).containsExactly("1", "rejected", "3");
        assertThat(ids(reader(limit(4), first, second))).containsExactly("1", "rejected", "3", "rejected", "5", "6");
        assertThat(ids(reader(limit(9), first, second))).hasSize(6);
        assertThat(reader(limit(2), first, second).survey()).isEqualTo(new CorpusSurvey(2, 1, List.of(), Map.of(), 0));
    }

    @Test
    void a_sample_has_the_size_asked_for_in_the_order_of_the_corpus_and_comes_again_with_its_seed() {
        Path table = numbered(1000);
        List<String> drawn = ids(reader(sample(50, 7), table));

        assertThat(drawn).hasSize(50).doesNotHaveDuplicates();
        assertThat(drawn.stream().map(Integer::valueOf).toList()).isSorted();
        assertThat(ids(reader(sample(50, 7), table))).isEqualTo(drawn);
        assertThat(ids(reader(sample(50, 8), table))).isNotEqualTo(drawn);
        assertThat(reader(sample(50, 7), table).survey().documents()).isEqualTo(50);
    }

    @Test
    void a_sample_beyond_the_corpus_is_the_corpus() {
        assertThat(ids(reader(sample(2_000_000_000, 1), numbered(20)))).hasSize(20);
    }

    @Test
    void every_article_is_as_likely_to_be_drawn() {
        int[] drawn = new int[10];
        for (int seed = 0; seed < 20_000; seed++) {
            Reservoir reservoir = new Reservoir(new Sample(3, seed));
            for (int i = 0; i < drawn.length; i++) {
                reservoir.offer();
            }
            for (long ordinal : reservoir.ordinals()) {
                drawn[(int) ordinal]++;
            }
        }

        for (int count : drawn) {
            assertThat(count / 20_000.0).isCloseTo(0.3, within(0.015)); // 4.6 standard errors
        }
    }

    @Test
    void a_sample_is_drawn_from_the_rows_that_meet_the_conditions() {
        Path table = file("a.csv", "id,language,text\n1,en,Text.\n2,fr,Text.\n3,en,Text.\n4,fr,Text.\n");
        Selection both =
                new Selection(List.of(new Condition("language", "en")), OptionalLong.empty(), new Sample(2, 1));

        assertThat(ids(reader(both, table))).containsExactly("1", "3");
    }

    @Test
    void in_a_corpus_of_units_whole_articles_are_limited_and_units_meet_conditions() throws IOException {
        Path table = file("u.csv", "doc_id,text,language\nd1,A,en\nd1,B,fr\nd2,C,en\nd3,D,en\n");
        Selection two = new Selection(List.of(new Condition("language", "en")), OptionalLong.of(2), null);

        List<List<String>> texts = new ArrayList<>();
        try (RowSource<Article> rows = reader(two, table).units()) {
            rows.forEachRemaining(row -> texts.add(((Row.Read<Article>) row)
                    .value().sentences().stream().map(Sentence::text).toList()));
        }
        assertThat(texts).containsExactly(List.of("A"), List.of("C"));
    }

    @Test
    void what_cannot_be_meant_is_refused() {
        assertThatThrownBy(() -> limit(0)).hasMessage("The limit must be 1 or more, but was 0");
        assertThatThrownBy(() -> new Sample(0, 1)).hasMessageContaining("1 article or more");
        assertThatThrownBy(() -> new Condition(" ", "x")).hasMessageContaining("needs a column");
        assertThatThrownBy(() -> new Selection(List.of(), OptionalLong.of(1), new Sample(1, 1)))
                .hasMessage("A corpus is either limited or sampled, but both were asked for");
    }
}
