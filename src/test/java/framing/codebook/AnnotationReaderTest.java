package framing.codebook;

import static framing.codebook.LabelTables.rejections;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import framing.UserFacingException;
import framing.corpus.Role;
import framing.corpus.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationReaderTest {
    private static final Codebook CODEBOOK = Codebook.parse("""
            id: small
            facets:
              - name: voice
                labels: [{id: official}, {id: rebel}, {id: outlet}]
              - name: loaded
                labels: [{id: "no", aliases: ["0"]}, {id: "yes", aliases: ["1"]}]
            """, "small.yaml");

    @TempDir
    Path folder;

    private Path file(String name, String content) {
        return LabelTables.write(folder.resolve(name), content);
    }

    private AnnotationTable read(String csv) {
        return AnnotationReader.read(List.of(file("labels.csv", csv)), "text", null, List.of(), Optional.of(CODEBOOK));
    }

    private AnnotationTable readFacets(String csv, String... facets) {
        return AnnotationReader.read(file("labels.csv", csv), facets);
    }

    private static List<String> texts(AnnotationTable table) {
        return table.annotations().stream().map(a -> a.sentence().text()).toList();
    }

    private static void assertRefused(ThrowingCallable request, String message) {
        assertThatThrownBy(request).isInstanceOf(UserFacingException.class).hasMessage(message);
    }

    @Test
    void the_facets_are_those_of_the_codebook_that_have_a_column() {
        AnnotationTable table = read("text,loaded,tone\nA,yes,x\n");

        assertThat(table.codebook()).isEqualTo(CODEBOOK.only(List.of("loaded")));
        assertThat(table.annotations().get(0).labels()).containsExactly(Map.entry("loaded", "yes"));
    }

    @Test
    void labels_may_stand_in_a_table_of_another_kind() {
        Path json =
                file("labels.json", "[{\"text\": \"A\", \"loaded\": \"yes\"}, {\"text\": \"B\", \"loaded\": true}]");

        AnnotationTable table = AnnotationReader.read(List.of(json), "text", null, List.of(), Optional.of(CODEBOOK));

        assertThat(texts(table)).containsExactly("A");
        assertThat(rejections(table))
                .singleElement()
                .asString()
                .startsWith("1: ")
                .contains("\"true\"");
    }

    @Test
    void without_a_codebook_the_codes_found_become_one_in_alphabetical_order() {
        AnnotationTable table = readFacets("text,frame\nA,war\nB,peace\nC, war \n", "frame");

        assertThat(table.codebook().id()).isEqualTo("frame");
        assertThat(table.codebook().facets().get(0).labelIds()).containsExactly("peace", "war");
        assertThat(table.annotations()).extracting(a -> a.label("frame")).containsExactly("war", "peace", "war");
    }

    @Test
    void a_facet_named_twice_is_read_once() {
        assertThat(readFacets("text,frame\nA,war\nB,peace\n", "frame", "frame")
                        .codebook()
                        .facets())
                .hasSize(1);
    }

    @Test
    void without_codebook_and_facet_the_columns_are_named() {
        assertRefused(() -> readFacets("text,frame\nA,war\n"), "Which columns hold the codes? (columns: text, frame)");
    }

    @Test
    void a_table_without_any_facet_of_the_codebook_is_refused() {
        assertRefused(
                () -> read("text,tone\nA,x\n"),
                "No column is named as a facet of the codebook \"small\" (columns: text, tone).");
    }

    @Test
    void a_missing_column_is_named_with_those_found() {
        Path table = file("labels.csv", "body,frame\nA,war\n");

        assertRefused(
                () -> AnnotationReader.read(List.of(table), "text", null, List.of("frame"), Optional.empty()),
                "No column \"text\" in " + table + " (found: body, frame).");
        assertRefused(
                () -> AnnotationReader.read(List.of(table), "body", null, List.of("tone"), Optional.empty()),
                "No column \"tone\" in " + table + " (found: body, frame).");
        assertRefused(
                () -> AnnotationReader.read(List.of(table), "body", "outlet", List.of("frame"), Optional.empty()),
                "No column \"outlet\" in " + table + " (found: body, frame).");
    }

    @Test
    void a_facet_with_one_code_is_refused() {
        assertRefused(
                () -> readFacets("text,frame\nA,war\nB,war\nC,\n", "frame"),
                "Column frame holds only the code \"war\", and a classifier needs at least two.");
        assertRefused(
                () -> readFacets("text,frame\nA,\n", "frame"),
                "Column frame holds no code, and a classifier needs at least two.");
    }

    @Test
    void a_code_that_the_codebook_lacks_is_rejected_with_its_line() {
        AnnotationTable table = read("text,voice\nA,official\nB,offical\nC,rebel\n");

        assertThat(texts(table)).containsExactly("A", "C");
        assertThat(rejections(table))
                .containsExactly(
                        "3: \"offical\" in column voice is not a code of facet voice (official, rebel, outlet)");
    }

    @Test
    void an_alias_stands_for_its_code() {
        AnnotationTable table = read("text,loaded\nA,1\nB,0\nC, yes \n");

        assertThat(table.annotations()).extracting(a -> a.label("loaded")).containsExactly("yes", "no", "yes");
    }

    @Test
    void an_empty_cell_is_a_unit_that_was_not_coded() {
        AnnotationTable table = read("text,voice,loaded\nA,,1\nB,rebel, \n");

        assertThat(table.annotations()).extracting(a -> a.label("voice")).containsExactly(null, "rebel");
        assertThat(table.annotations()).extracting(a -> a.label("loaded")).containsExactly("yes", null);
        assertThat(table.rejected()).isEmpty();
    }

    @Test
    void a_second_acceptable_code_stands_beside_the_first() {
        AnnotationTable table = read("text,voice,voice_also\nA,rebel,outlet\nB,rebel,\nC,rebel,nobody\n");

        assertThat(table.annotations())
                .extracting(a -> a.alsoAcceptable().get("voice"))
                .containsExactly("outlet", null);
        assertThat(rejections(table))
                .containsExactly(
                        "4: \"nobody\" in column voice_also is not a code of facet voice (official, rebel, outlet)");
    }

    @Test
    void shuffled_rows_come_in_the_order_of_their_article() {
        AnnotationTable table =
                read("doc_id,seq,text,voice\nd2,10,E,rebel\nd1,1,B,rebel\nd2,2,D,rebel\nd1,0,A,rebel\n");

        assertThat(texts(table)).containsExactly("D", "E", "A", "B");
        assertThat(table.annotations()).extracting(a -> a.sentence().index()).containsExactly(2, 10, 0, 1);
        assertThat(table.ordered()).isTrue();
        assertThat(table.groups()).containsExactly("d2", "d2", "d1", "d1");
        assertThat(table.annotations()).allMatch(Annotation::ordered);
    }

    @Test
    void a_document_without_places_is_a_group_but_has_no_order() {
        AnnotationTable table = read("doc_id,text,voice\nd1,A,rebel\nd2,B,rebel\nd1,C,rebel\n");

        assertThat(texts(table)).containsExactly("A", "B", "C");
        assertThat(table.documentsKnown()).isTrue();
        assertThat(table.ordered()).isFalse();
        assertThat(table.groups()).containsExactly("d1", "d2", "d1");
        assertThat(table.annotations()).noneMatch(Annotation::ordered);
    }

    @Test
    void without_documents_equal_texts_stay_together() {
        AnnotationTable table = read("text,voice\nA,rebel\nB,rebel\nA,official\n");

        assertThat(table.documentsKnown()).isFalse();
        assertThat(table.groups()).containsExactly("A", "B", "A");
    }

    @Test
    void the_group_may_be_any_column() {
        Path table = file("labels.csv", "text,voice,outlet\nA,rebel,o1\nB,rebel,o1\nC,rebel,\n");

        AnnotationTable read =
                AnnotationReader.read(List.of(table), "text", "outlet", List.of(), Optional.of(CODEBOOK));

        assertThat(read.groups()).containsExactly("o1", "o1", table + ":4");
    }

    @Test
    void a_repeated_text_with_another_code_is_counted_and_kept() {
        AnnotationTable table = read("text,voice\nA,rebel\nA,rebel\nA,official\nB,outlet\nA,\n");

        assertThat(table.annotations()).hasSize(5);
        assertThat(table.conflicts("voice")).isEqualTo(1);
    }

    @Test
    void a_place_that_is_no_whole_number_is_rejected() {
        AnnotationTable table =
                read("doc_id,seq,text,voice\nd,0,A,rebel\nd,x,B,rebel\nd,1.5,C,rebel\nd,-1,D,rebel\nd,,E,rebel\n");

        assertThat(texts(table)).containsExactly("A");
        assertThat(rejections(table))
                .containsExactly(
                        "3: \"x\" in column seq is not a whole number from 0",
                        "4: \"1.5\" in column seq is not a whole number from 0",
                        "5: \"-1\" in column seq is not a whole number from 0",
                        "6: document d has no place in column seq");
    }

    @Test
    void a_place_that_a_spreadsheet_wrote_as_a_decimal_is_read() {
        assertThat(read("doc_id,seq,text,voice\nd,1.0,B,rebel\nd,0.0,A,rebel\n").annotations())
                .extracting(a -> a.sentence().index())
                .containsExactly(0, 1);
    }

    @Test
    void a_place_may_stand_in_the_column_that_scores_have() {
        AnnotationTable table = read("doc_id,sentence_index,text,voice\nd,1,B,rebel\nd,0,A,rebel\n");

        assertThat(texts(table)).containsExactly("A", "B");
        assertThat(table.ordered()).isTrue();
        assertThat(texts(read("doc_id,sentence_index,seq,text,voice\nd,0,1,B,rebel\nd,1,0,A,rebel\n")))
                .containsExactly("A", "B");
    }

    @Test
    void documents_with_gaps_before_their_last_place_are_counted() {
        assertThat(read("doc_id,seq,text,voice\nd,0,A,rebel\nd,2,B,rebel\ne,2147483647,A,rebel\n")
                        .incompleteDocuments())
                .isEqualTo(2);
        assertThat(read("doc_id,seq,text,voice\nd,0,A,rebel\nd,1,B,\ne,1,A,rebel\ne,2,B,rebel\n")
                        .incompleteDocuments())
                .isZero();
        assertThat(read("doc_id,text,voice\nd,A,rebel\nd,B,rebel\n").incompleteDocuments())
                .isZero();
    }

    @Test
    void a_place_that_is_taken_is_rejected() {
        AnnotationTable table = read("doc_id,seq,text,voice\nd,0,A,rebel\nd,0,B,rebel\ne,0,C,rebel\n");

        assertThat(texts(table)).containsExactly("A", "C");
        assertThat(rejections(table))
                .containsExactly("3: document d has a row with seq 0 already, whose text is another");
    }

    @Test
    void a_row_without_document_is_an_article_of_its_own() {
        AnnotationTable table = read("doc_id,seq,text,voice\nd,0,A,rebel\n,,B,rebel\n,7,C,rebel\n");

        assertThat(texts(table)).containsExactly("A", "B", "C");
        assertThat(table.annotations()).extracting(Annotation::ordered).containsExactly(true, false, false);
        assertThat(table.groups()).containsExactly("d", "B", "C");
        assertThat(table.rejected()).isEmpty();
    }

    @Test
    void a_table_with_order_and_one_without_may_be_read_together() {
        Path ordered = file("a.csv", "doc_id,seq,text,voice\nd,1,B,rebel\nd,0,A,official\n");
        Path loose = file("b.csv", "text,voice\nC,outlet\n");

        AnnotationTable table =
                AnnotationReader.read(List.of(ordered, loose), "text", null, List.of(), Optional.of(CODEBOOK));

        assertThat(texts(table)).containsExactly("A", "B", "C");
        assertThat(table.annotations()).extracting(Annotation::ordered).containsExactly(true, true, false);
        assertThat(table.rejected()).isEmpty();
    }

    @Test
    void a_blank_text_is_rejected() {
        AnnotationTable table = read("text,voice\n  ,rebel\nA,rebel\n");

        assertThat(rejections(table)).containsExactly("2: no text in column text");
    }

    @Test
    void a_row_that_cannot_be_read_is_rejected_with_the_others() {
        AnnotationTable table = read("text,voice\nA\nB,rebel\n");

        assertThat(rejections(table)).containsExactly("2: 1 cell where the header has 2");
        assertThat(table.rejected()).extracting(Row.Rejected::source).containsExactly(folder + "/labels.csv");
    }

    @Test
    void a_file_with_a_header_alone_is_refused() {
        assertRefused(() -> read("text,voice\n"), "No usable row among 0.");
        assertRefused(
                () -> readFacets("text,voice\n", "voice"),
                "Column voice holds no code, and a classifier needs at least two.");
    }

    @Test
    void a_file_without_usable_rows_says_why_the_first_is_not() {
        assertRefused(
                () -> read("text,voice\n,rebel\nA,nobody\n"),
                "No usable row among 2; the first was rejected because no text in column text.");
    }

    @Test
    void a_role_is_honoured_where_it_names_one() {
        AnnotationTable table = read("text,voice,role\nA,rebel,headline\nB,rebel, Caption \nC,rebel,stray\n");

        assertThat(table.annotations())
                .extracting(a -> a.sentence().role())
                .containsExactly(Role.HEADLINE, Role.CAPTION, Role.BODY);
    }

    @Test
    void the_bundled_training_data_reads_without_a_rejected_row() {
        Path data = Path.of("training-data", "conflict-news");

        AnnotationTable table = AnnotationReader.read(
                List.of(data.resolve("articles.csv")),
                "text",
                null,
                List.of(),
                Optional.of(Codebook.read(data.resolve("codebook.yaml"))));

        assertThat(table.rejected()).isEmpty();
        assertThat(table.annotations()).hasSizeGreaterThanOrEqualTo(4400);
        assertThat(table.groups().stream().distinct().count()).isGreaterThanOrEqualTo(264);
        assertThat(table.ordered()).isTrue();
    }
}
