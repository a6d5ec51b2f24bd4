package framing.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import framing.UserFacingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusReaderTest {
    @TempDir
    Path folder;

    private Path file(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CorpusReader reader(Path... inputs) {
        return CorpusReader.of(CorpusPlan.of(List.of(inputs), CorpusColumns.DEFAULT));
    }

    private static <T> List<Row<T>> all(RowSource<T> source) {
        try (source) {
            List<Row<T>> rows = new ArrayList<>();
            source.forEachRemaining(rows::add);
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> List<T> read(RowSource<T> source) {
        return all(source).stream()
                .filter(row -> row instanceof Row.Read<T>)
                .map(row -> ((Row.Read<T>) row).value())
                .toList();
    }

    private static <T> List<String> rejections(RowSource<T> source) {
        return all(source).stream()
                .filter(row -> row instanceof Row.Rejected<T>)
                .map(row -> (Row.Rejected<T>) row)
                .map(row -> Path.of(row.source()).getFileName() + ":" + row.line() + ": " + row.reason())
                .toList();
    }

    private static void assertRefused(Runnable request, String message, String remedy) {
        assertThatThrownBy(request::run)
                .isInstanceOfSatisfying(
                        UserFacingException.class, e -> assertThat(e.remedy()).isEqualTo(remedy))
                .hasMessage(message);
    }

    @Test
    void an_article_carries_its_other_columns_unchanged_and_in_order() {
        Path table = file("a.csv", "date,id,text,outlet,title\n 2024-01-02 ,x1,Cars cross.,\"A, \"\"B\"\"\",Ford\n");

        assertThat(read(reader(table).documents()))
                .containsExactly(new Document(
                        "x1", "Ford", "Cars cross.", Map.of("date", " 2024-01-02 ", "outlet", "A, \"B\"")));
        assertThat(read(reader(table).documents()).get(0).carried().keySet()).containsExactly("date", "outlet");
    }

    @Test
    void a_small_corpus_is_read_at_once() {
        file("a.csv", "id,text\n1,b\n2,c\n");

        assertThat(CorpusReader.of(folder).allDocuments())
                .containsExactly(new Document("1", "", "b", Map.of()), new Document("2", "", "c", Map.of()));
    }

    @Test
    void a_corpus_read_at_once_loses_no_row_in_silence() {
        Path table = file("a.csv", "id,text\n1,b\n2,\n");

        assertRefused(
                () -> CorpusReader.of(table).allDocuments(),
                "A row cannot be read: " + table + ", line 3: no text.",
                "Mend the row, or read row by row, which passes bad rows on as such.");
    }

    @Test
    void other_column_names_may_be_given() {
        Path table = file("a.csv", "url,headline,body\nu,h,b\n");
        CorpusReader reader =
                CorpusReader.of(CorpusPlan.of(List.of(table), new CorpusColumns("url", "headline", "body")));

        assertThat(read(reader.documents())).containsExactly(new Document("u", "h", "b", Map.of()));
    }

    @Test
    void a_table_without_the_text_column_names_the_columns_it_has() {
        Path table = file("a.csv", "id,body,date\n1,b,c\n");

        assertRefused(
                () -> reader(table).survey(),
                "No column \"text\" in " + table + " (found: id, body, date).",
                "Name the column, for example --text-column body.");
    }

    @Test
    void a_column_the_user_named_must_be_there() {
        Path table = file("a.csv", "text,slug\na,b\n");

        assertThat(read(reader(table).documents())).hasSize(1);
        assertRefused(
                () -> CorpusReader.of(CorpusPlan.of(List.of(table), new CorpusColumns("url", "title", "text")))
                        .survey(),
                "No column \"url\" in " + table + " (found: text, slug).",
                "Name the column, for example --id-column url.");
        assertRefused(
                () -> CorpusReader.of(CorpusPlan.of(List.of(table), new CorpusColumns("id", "head", "text")))
                        .survey(),
                "No column \"head\" in " + table + " (found: text, slug).",
                "Name the column, for example --title-column headline.");
    }

    @Test
    void a_row_without_id_is_named_by_its_file_and_row() {
        Path table = file("in/a.csv", "id,text\nx,a\n,b\n  ,c\n");
        CorpusReader reader = reader(table);

        assertThat(read(reader.documents())).extracting(Document::id).containsExactly("x", "a.csv:2", "a.csv:3");
        assertThat(reader.survey().idsMade()).isEqualTo(2);
        assertThat(read(reader(folder).documents())).extracting(Document::id).contains("in/a.csv:2");
    }

    @Test
    void a_row_without_text_and_title_is_rejected() {
        Path table = file("a.csv", "id,title,text\n1,,\n2,Only a title,\n3, ,Only text\n");

        assertThat(rejections(reader(table).documents())).containsExactly("a.csv:2: no text");
        assertThat(read(reader(table).documents())).extracting(Document::id).containsExactly("2", "3");
    }

    @Test
    void a_folder_is_read_with_its_folders_in_the_order_of_names() throws IOException {
        file("b.txt", "B");
        file("a/z.txt", "Z");
        file("a/c.TSV", "id\ttext\nc\tC\n");
        file("notes.docx", "not read");
        file(".hidden.txt", "not read");
        file(".cache/d.txt", "not read");
        Files.createSymbolicLink(folder.resolve("a/loop"), folder);
        Files.createSymbolicLink(folder.resolve("gone.txt"), folder.resolve("nowhere.txt"));

        assertThat(read(reader(folder).documents())).extracting(Document::id).containsExactly("c", "a/z.txt", "b.txt");
    }

    @Test
    void a_folder_with_nothing_to_read_says_what_is_read() {
        file("empty/notes.docx", "x");

        assertRefused(
                () -> reader(folder.resolve("empty")),
                "No article files in " + folder.resolve("empty") + ".",
                "Files are read by the ending of their name: .csv, .tsv, .jsonl, .ndjson, .json, .parquet, .xlsx, .txt, .html,"
                        + " .htm, each also with .gz behind it or in a .zip.");
    }

    @Test
    void a_missing_file_and_a_file_of_another_kind_are_refused() {
        Path missing = folder.resolve("missing.csv");
        Path other = file("a.docx", "x");

        assertRefused(() -> reader(missing), missing + " does not exist.", "Check the path for a typing mistake.");
        assertRefused(
                () -> reader(other),
                "The name of " + other + " does not tell what kind of file it is.",
                "Files are read by the ending of their name: .csv, .tsv, .jsonl, .ndjson, .json, .parquet, .xlsx, .txt, .html,"
                        + " .htm, each also with .gz behind it or in a .zip.");
    }

    @Test
    void a_text_file_is_one_document_with_the_whole_file_as_its_text() {
        Path text = file("a.txt", "\n  Ford reopened\r\n\r\nCars cross.\n");

        assertThat(read(reader(text).documents()))
                .containsExactly(new Document("a.txt", "", "\n  Ford reopened\r\n\r\nCars cross.\n", true, Map.of()));
    }

    @Test
    void text_files_that_are_empty_or_binary_are_rejected_in_a_folder() {
        file("a.txt", " \n");
        file("b.txt", "text\0binary");
        file("c.txt", "text");

        assertThat(rejections(reader(folder).documents()))
                .containsExactly(
                        "a.txt:1: the file is empty",
                        "b.txt:1: the file contains NUL characters, so it is no plain text");
        assertThat(read(reader(folder).documents())).hasSize(1);
        assertThatThrownBy(() -> reader(folder.resolve("a.txt")).survey())
                .hasMessage(folder.resolve("a.txt") + " is empty.");
    }

    @Test
    void in_a_folder_tables_that_are_empty_or_broken_from_the_start_are_rejected_alone() {
        file("a.csv", "");
        file("b.json", "{\"text\": ");
        file("c.jsonl", "broken\nbroken too\n");
        file("d.json", "[]");
        file("e.txt", "text");

        assertThat(rejections(reader(folder).documents()))
                .satisfiesExactly(
                        a -> assertThat(a).isEqualTo("a.csv:1: the file is empty"),
                        b -> assertThat(b).startsWith("b.json:1: the JSON is broken here, and what follows cannot be"),
                        c -> assertThat(c).startsWith("c.jsonl:1: not one JSON object ("),
                        d -> assertThat(d).isEqualTo("d.json:1: the file is empty"));
        assertThat(read(reader(folder).documents())).hasSize(1);
        assertThatThrownBy(() -> reader(folder.resolve("c.jsonl")).survey())
                .hasMessageStartingWith(folder.resolve("c.jsonl") + " cannot be read: not one JSON object (");
    }

    @Test
    void the_survey_counts_over_all_files() throws IOException {
        file("a.csv", "id,text,date\n1,a,d\n2,b\n");
        file(
                "b.jsonl",
                "{\"text\": \"c\", \"outlet\": \"o\"}\nbroken\n{\"text\": \"d\", \"id\": 4, \"date\": \"e\"}\n");
        Path old = file("c.txt", "");
        Files.write(old, "The café was “closed” on Tuesday, the owner said.".getBytes(Charset.forName("windows-1252")));

        CorpusSurvey survey = reader(folder).survey();

        assertThat(survey)
                .isEqualTo(new CorpusSurvey(
                        4, 2, List.of("date", "outlet"), Map.of(old.toString(), Charset.forName("windows-1252")), 1));
    }

    @Test
    void consecutive_units_of_a_document_form_an_article_in_the_order_of_seq() {
        Path table = file("u.csv", """
                doc_id,seq,role,text,outlet,id
                d1,2,body,B,o1,i1
                d1,1,headline,A,o2,i2
                d1,10,nonsense, C,o3,i3
                d2,,,D,o4,i4
                d1,1,,E,o5,i5
                """);

        List<Article> articles = read(reader(table).units());

        assertThat(articles).extracting(Article::documentId).containsExactly("d1", "d2", "d1");
        assertThat(articles.get(0).sentences())
                .containsExactly(
                        new Sentence("d1", 0, Role.HEADLINE, 0, 1, "A"),
                        new Sentence("d1", 1, Role.BODY, 0, 1, "B"),
                        new Sentence("d1", 2, Role.BODY, 0, 2, " C"));
        assertThat(articles.get(0).carried())
                .containsExactly(
                        Map.of("outlet", "o2", "id", "i2"),
                        Map.of("outlet", "o1", "id", "i1"),
                        Map.of("outlet", "o3", "id", "i3"));
        assertThat(reader(table).surveyUnits()).isEqualTo(new CorpusSurvey(5, 0, List.of("outlet", "id"), Map.of(), 0));
    }

    @Test
    void units_without_a_document_are_articles_of_their_own() {
        Path table = file("u.csv", "text\nA\nB\n");

        assertThat(read(reader(table).units())).extracting(Article::documentId).containsExactly("u.csv:1", "u.csv:2");
        assertThat(reader(table).surveyUnits().idsMade()).isEqualTo(2);
    }

    @Test
    void a_rejected_unit_comes_out_in_its_place_and_does_not_break_the_article() {
        Path table = file("u.csv", "doc_id,seq,text\nd0,1,Z\nd1,1,A\nd1,2,\nd1,x,B\nd1,4,C\n");

        assertThat(rejections(reader(table).units()))
                .containsExactly("u.csv:4: no text", "u.csv:5: seq \"x\" is not a number");
        assertThat(read(reader(table).units()))
                .extracting(a -> a.sentences().size())
                .containsExactly(1, 2);
    }

    @Test
    void units_are_not_read_from_plain_text() {
        Path text = file("a.txt", "x");

        assertRefused(
                () -> reader(text).surveyUnits(),
                text + " has no rows that could be units.",
                "Units are read from tables. Tables end in .csv, .tsv, .jsonl, .ndjson, .json, .parquet, .xlsx.");
    }

    @Test
    void an_article_needs_carried_columns_for_each_sentence() {
        List<Sentence> one = List.of(new Sentence("d", 0, Role.BODY, 0, 1, "A"));

        assertThatThrownBy(() -> new Article("d", one, List.of()))
                .hasMessage("Each sentence needs its carried columns, but there were 1 sentences and 0 maps");
        assertThat(Article.of(new Document("d", "", "A", Map.of("k", "v")), one).carried())
                .containsExactly(Map.of("k", "v"));
    }
}
