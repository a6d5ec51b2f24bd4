package framing;

import static org.assertj.core.api.Assertions.assertThat;

import framing.codebook.Annotation;
import framing.codebook.AnnotationReader;
import framing.codebook.AnnotationTable;
import framing.codebook.Codebook;
import framing.corpus.CorpusReader;
import framing.corpus.Sentence;
import framing.corpus.SentenceSplitter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The codes of the sample articles, which the README's tour and the manual's examples use. */
class SampleLabelsTest {
    private static final Path DATA = Path.of("training-data");

    @Test
    void every_sentence_of_the_sample_articles_has_its_codes() {
        AnnotationTable labels = AnnotationReader.read(
                List.of(DATA.resolve("sample-labels.csv")),
                "text",
                null,
                List.of("voice", "loaded"),
                Optional.of(Codebook.read(DATA.resolve("conflict-news/codebook.yaml"))));
        SentenceSplitter splitter = new SentenceSplitter();
        List<String> sentences = CorpusReader.of(DATA.resolve("sample-articles")).allDocuments().stream()
                .flatMap(article -> splitter.split(article).stream())
                .map(SampleLabelsTest::described)
                .toList();

        assertThat(labels.rejected()).isEmpty();
        assertThat(labels.annotations())
                .allSatisfy(unit -> assertThat(unit.labels()).containsOnlyKeys("voice", "loaded"))
                .extracting(Annotation::sentence)
                .extracting(SampleLabelsTest::described)
                .containsExactlyInAnyOrderElementsOf(sentences);
    }

    private static String described(Sentence sentence) {
        return sentence.documentId() + " " + sentence.index() + " " + sentence.role() + " " + sentence.text();
    }
}
