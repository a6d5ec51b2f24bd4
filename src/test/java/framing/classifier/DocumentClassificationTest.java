package framing.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import framing.codebook.Codebook;
import framing.codebook.Facet;
import framing.codebook.Label;
import framing.corpus.Document;
import framing.corpus.Role;
import framing.encoder.EncoderCard;
import framing.encoder.EncoderWork;
import framing.encoder.MarkedSentence;
import framing.encoder.Reading;
import framing.encoder.SentenceEncoder;
import framing.encoder.TunedWeights;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentClassificationTest {
    private static final EncoderCard ENCODER =
            new EncoderCard("quotation marks", "", "", "", List.of(1), 1, Reading.ONE_BY_ONE);

    private static final Codebook CODEBOOK = new Codebook(
            "test",
            null,
            null,
            null,
            List.of(new Facet("voice", null, List.of(Label.named("own"), Label.named("quoted")), null)));

    /** A sentence is quoted when it, or the one after it, has a quotation mark. */
    private static SentenceClassifier classifier() {
        FacetModel voice =
                new FacetModel(new Head(new float[] {0, 0, 0, 0, 4, 4}, new float[] {1, 0}), Calibration.NONE);
        Provenance provenance = new Provenance(List.of(), "", 0, 0, Map.of(), 0, Map.of(), Map.of());
        ModelCard card = new ModelCard(
                ModelCard.FORMAT, "test", "1", "frozen", ENCODER, new Neighbours(1), List.of(), provenance);
        return new SentenceClassifier(
                new Model(card, CODEBOOK, Map.of("voice", voice), TunedWeights.NONE), new QuotationMarks());
    }

    @Test
    void an_article_is_classified_sentence_by_sentence_with_its_headline() {
        Document article = new Document("a", "A ford", "Cars cross. \"They swim,\" she said. It rains.", Map.of());

        try (SentenceClassifier classifier = classifier()) {
            List<ClassifiedSentence> sentences = classifier.classify(article);

            assertThat(sentences)
                    .extracting(s -> s.sentence().text())
                    .containsExactly("A ford", "Cars cross.", "\"They swim,\" she said.", "It rains.");
            assertThat(sentences.get(0).sentence().role()).isEqualTo(Role.HEADLINE);
        }
    }

    @Test
    void a_sentence_of_an_article_is_read_with_its_neighbours() {
        Document article = new Document("a", "", "Cars cross. \"They swim,\" she said. It rains.", Map.of());

        try (SentenceClassifier classifier = classifier()) {
            assertThat(classifier.classify("Cars cross.").label("voice")).isEqualTo("own");
            assertThat(classifier.classify(article))
                    .extracting(s -> s.prediction().label("voice"))
                    .containsExactly("quoted", "quoted", "own");
        }
    }

    @Test
    void an_article_without_text_has_no_sentences() {
        try (SentenceClassifier classifier = classifier()) {
            assertThat(classifier.classify(new Document("a", "", " ", Map.of())))
                    .isEmpty();
        }
    }

    /** Each sentence in one number: whether it has a quotation mark. */
    private static final class QuotationMarks implements SentenceEncoder {
        @Override
        public EncoderCard card() {
            return ENCODER;
        }

        @Override
        public List<float[][]> encodeMarked(List<List<MarkedSentence>> articles) {
            return articles.stream()
                    .map(article -> article.stream()
                            .map(sentence -> new float[] {sentence.text().contains("\"") ? 1 : 0})
                            .toArray(float[][]::new))
                    .toList();
        }

        @Override
        public EncoderWork work() {
            return EncoderWork.NONE;
        }

        @Override
        public void close() {}
    }
}
