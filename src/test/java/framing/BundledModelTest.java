package framing;

import static org.assertj.core.api.Assertions.assertThat;

import framing.classifier.ModelCard;
import framing.classifier.ModelFolder;
import framing.classifier.Provenance;
import framing.classifier.SentenceClassifier;
import framing.classifier.Sha256;
import framing.codebook.Annotation;
import framing.codebook.AnnotationReader;
import framing.codebook.AnnotationTable;
import framing.codebook.Codebook;
import framing.corpus.Span;
import framing.encoder.MarkedSentence;
import framing.encoder.MarkedSentence.Mark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The model and the training data that the project ships. */
class BundledModelTest {
    private static final Path MODEL = Path.of("models", "conflict-news-en");
    private static final Path DATA = Path.of("training-data", "conflict-news");

    @Test
    void its_card_names_the_training_data_beside_it() throws IOException {
        ModelCard card = ModelFolder.read(MODEL).card();

        assertThat(card.provenance().data()).containsExactly(dataFile("articles.csv"), dataFile("stance.csv"));
        assertThat(Codebook.read(DATA.resolve("codebook.yaml")).toYaml())
                .isEqualTo(Files.readString(MODEL.resolve("codebook.yaml")));
    }

    private static Provenance.DataFile dataFile(String name) throws IOException {
        return new Provenance.DataFile(name, Sha256.of(DATA.resolve(name)));
    }

    @Test
    void every_row_of_the_training_data_is_usable_and_in_an_article() {
        AnnotationTable table = AnnotationReader.read(
                List.of(DATA.resolve("articles.csv"), DATA.resolve("stance.csv")),
                "text",
                null,
                List.of(),
                Optional.of(Codebook.read(DATA.resolve("codebook.yaml"))));

        assertThat(table.rejected()).isEmpty();
        assertThat(table.ordered()).isTrue();
        assertThat(table.annotations()).hasSizeGreaterThanOrEqualTo(4_400);
        assertThat(table.groups().stream().distinct()).hasSizeGreaterThanOrEqualTo(264);
    }

    @Test
    void it_knows_who_speaks_in_plain_cases() {
        List<String> article = List.of(
                "Shelling hits clinic near front line",
                "The defence ministry said on Monday that its forces had not fired in the area.",
                "The rebels' spokesman claimed responsibility for the attack on the barracks.",
                "\"We ran to the cellar,\" said Mariam, who lives across the street.",
                "Read more: What we know about the truce");
        try (SentenceClassifier classifier = SentenceClassifier.load(MODEL)) {
            assertThat(classifier.classifyArticle(article))
                    .extracting(prediction -> prediction.label("voice"))
                    .containsExactly(
                            "factual_report",
                            "official_statement",
                            "militia_claim",
                            "expert_or_civilian",
                            "non_content");
        }
    }

    @Test
    void the_name_of_a_target_moves_its_stance_little() {
        AnnotationTable table = AnnotationReader.read(
                List.of(DATA.resolve("swap-test.csv")),
                "text",
                null,
                List.of("stance"),
                Optional.of(Codebook.read(DATA.resolve("codebook.yaml"))));
        Map<String, List<Float>> critical = new LinkedHashMap<>();
        try (SentenceClassifier classifier = SentenceClassifier.load(MODEL)) {
            for (Annotation annotation : table.annotations()) {
                Span target = Objects.requireNonNull(annotation.target());
                String text = annotation.sentence().text();
                MarkedSentence marked = new MarkedSentence(text, List.of(new Mark(target.start(), target.end())));
                critical.computeIfAbsent(text.replace(target.in(text), "X"), sentence -> new ArrayList<>())
                        .add(classifier
                                .classifyMarked(List.of(List.of(marked)))
                                .get(0)
                                .get(0)
                                .targets()
                                .get(0)
                                .probability("stance", "critical"));
            }
        }
        assertThat(critical).hasSize(70);
        assertThat(meanChange(critical.values())).isLessThanOrEqualTo(0.10);
    }

    /** The mean over sentences of the mean difference of two names. */
    private static double meanChange(Collection<List<Float>> sentences) {
        return sentences.stream()
                .mapToDouble(names -> IntStream.range(1, names.size())
                        .boxed()
                        .flatMap(one -> names.subList(0, one).stream().map(other -> Math.abs(names.get(one) - other)))
                        .mapToDouble(Float::doubleValue)
                        .average()
                        .orElseThrow())
                .average()
                .orElseThrow();
    }
}
