package framing.codebook;

import static framing.codebook.LabelTables.rejections;
import static org.assertj.core.api.Assertions.assertThat;

import framing.corpus.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables whose rows name a target in the sentence. */
class TargetRowsTest {
    private static final Codebook STANCES = Codebook.parse("""
            id: stances
            facets:
              - name: voice
                labels: [{id: official}, {id: outlet}]
              - name: stance
                per: target
                holder: voice
                labels: [{id: supportive}, {id: critical}, {id: neutral}]
            """, "stances.yaml");

    @TempDir
    Path folder;

    private Path file(String name, String content) {
        return LabelTables.write(folder.resolve(name), content);
    }

    private AnnotationTable readStances(String csv) {
        return AnnotationReader.read(List.of(file("stances.csv", csv)), "text", null, List.of(), Optional.of(STANCES));
    }

    private AnnotationTable readFacets(String csv, String... facets) {
        return AnnotationReader.read(file("labels.csv", csv), facets);
    }

    private static List<String> targets(AnnotationTable table) {
        return table.annotations().stream()
                .map(a -> a.target() == null ? "-" : a.target().in(a.sentence().text()))
                .toList();
    }

    @Test
    void a_sentence_may_have_several_rows_each_with_a_target() {
        AnnotationTable table = readStances("""
                doc_id,seq,text,voice,target,stance
                d,0,Rebels praised the army.,outlet,,
                d,0,Rebels praised the army.,,army,supportive
                d,0,Rebels praised the army.,,rebels,neutral
                """);

        assertThat(rejections(table)).isEmpty();
        assertThat(targets(table)).containsExactly("-", "Rebels", "army");
        assertThat(table.annotations().get(2).labels()).containsExactly(Map.entry("stance", "supportive"));
    }

    @Test
    void a_row_with_a_target_may_also_code_its_sentence() {
        AnnotationTable table = readStances("""
                doc_id,seq,text,voice,target,stance
                d,0,Rebels praised the army.,outlet,army,supportive
                d,0,Rebels praised the army.,outlet,Rebels,neutral
                """);

        assertThat(targets(table)).containsExactly("-", "Rebels", "army");
        assertThat(table.annotations().get(0).labels()).containsExactly(Map.entry("voice", "outlet"));
    }

    @Test
    void a_target_is_found_as_a_whole_word_before_it_is_found_within_one() {
        AnnotationTable table = readStances("text,target,stance\nIsland IS and is.,IS,neutral\nIsland.,IS,neutral\n");

        assertThat(table.annotations()).extracting(Annotation::target).containsExactly(new Span(7, 9), new Span(0, 2));
    }

    @Test
    void offsets_choose_among_several_mentions() {
        AnnotationTable table =
                readStances("text,target,target_start,target_end,stance\nIran and Iran.,Iran,9,13,critical\n");

        assertThat(table.annotations().get(0).target()).isEqualTo(new Span(9, 13));
    }

    @Test
    void a_target_that_is_not_there_and_offsets_outside_the_text_are_rejected_and_the_rest_is_read() {
        AnnotationTable table = readStances("""
                text,target,target_start,target_end,stance
                The army left.,navy,,,critical
                The army left.,army,4,99,critical
                The army left.,army,x,8,critical
                The army left.,,,,critical
                The army left.,army,,,neutral
                """);

        assertThat(rejections(table))
                .containsExactly(
                        "2: the target \"navy\" is not in the text",
                        "3: the target's offsets 4 to 99 are not within the text's 14 characters",
                        "4: the target's offsets need whole numbers from 0 in target_start and target_end",
                        "5: a code for stance, but no target in column target");
        assertThat(targets(table)).containsExactly("army");
    }

    @Test
    void the_same_target_twice_and_another_text_at_the_same_place_are_rejected() {
        AnnotationTable table = readStances("""
                doc_id,seq,text,target,stance
                d,0,The army left.,army,neutral
                d,0,The army left.,army,critical
                d,0,The army came.,army,critical
                """);

        assertThat(rejections(table))
                .containsExactly(
                        "3: document d has a row with seq 0 and this target already",
                        "4: document d has a row with seq 0 already, whose text is another");
    }

    @Test
    void without_a_codebook_a_facet_is_per_target_when_every_coded_row_names_one() {
        AnnotationTable stances = readFacets("text,target,tone\nThe army left.,army,bad\nA bank.,bank,good\n", "tone");
        AnnotationTable tones = readFacets("text,target,tone\nThe army left.,army,bad\nA bank.,,good\n", "tone");

        assertThat(stances.codebook().facets().get(0).per()).isEqualTo(Facet.Per.TARGET);
        assertThat(tones.codebook().facets().get(0).per()).isEqualTo(Facet.Per.SENTENCE);
    }

    @Test
    void without_a_codebook_a_facet_whose_coded_rows_only_partly_name_a_target_is_told_with_its_counts() {
        String csv = """
                text,target,target_start,target_end,tone,voice
                The army left.,army,,,bad,
                A bank.,,2,6,good,
                A bank.,bank,,,,outlet
                A bench.,,,,good,official
                Rain.,,,,,official
                """;

        assertThat(readFacets(csv, "tone").mixed()).containsExactly(new MixedFacet("tone", 2, 1));
        assertThat(readFacets(csv, "tone", "voice").mixed())
                .containsExactly(new MixedFacet("tone", 2, 1), new MixedFacet("voice", 1, 2));
    }

    @Test
    void a_facet_of_which_all_coded_rows_name_a_target_or_none_does_is_not_mixed() {
        String csv = "text,target,tone,voice\nThe army left.,army,bad,\nA bank.,bank,good,\nRain.,,,a\nSun.,,,b\n";

        assertThat(readFacets(csv, "tone", "voice").mixed()).isEmpty();
    }

    @Test
    void with_a_codebook_no_facet_is_mixed_and_a_code_without_its_target_is_rejected() {
        AnnotationTable table = readStances("text,target,stance\nThe army left.,army,neutral\nA bank.,,critical\n");

        assertThat(table.mixed()).isEmpty();
        assertThat(rejections(table)).containsExactly("3: a code for stance, but no target in column target");
    }
}
