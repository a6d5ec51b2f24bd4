package framing;

import static org.assertj.core.api.Assertions.assertThat;

import framing.classifier.ModelCard;
import framing.classifier.ModelFolder;
import framing.classifier.Provenance;
import framing.classifier.SentenceClassifier;
import framing.classifier.Sha256;
import framing.codebook.AnnotationReader;
import framing.codebook.AnnotationTable;
import framing.codebook.Codebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The model and the training data that the project ships. */
class BundledModelTest {
    private static final Path MODEL = Path.of("models", "conflict-news-en");
    private static final Path DATA = Path.of("training-data", "conflict-news");

    @Test
    void its_card_names_the_training_data_beside_it() throws IOException {
        ModelCard card = ModelFolder.read(MODEL).card();

        assertThat(card.provenance().data())
                .containsExactly(new Provenance.DataFile("articles.csv", Sha256.of(DATA.resolve("articles.csv"))));
        assertThat(Codebook.read(DATA.resolve("codebook.yaml")).toYaml())
                .isEqualTo(Files.readString(MODEL.resolve("codebook.yaml")));
    }

    @Test
    void every_row_of_the_training_data_is_usable_and_in_an_article() {
        AnnotationTable table = AnnotationReader.read(
                List.of(DATA.resolve("articles.csv")),
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
}
