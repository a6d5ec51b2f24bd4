package framing.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import framing.UserFacingException;
import framing.codebook.Target;
import framing.codebook.Targets;
import framing.corpus.Document;
import framing.encoder.LetterEncoder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MentionClassificationTest {
    private static final Targets TARGETS = new Targets(
            List.of(new Target("anna", "Anna", List.of("Anna"), null), new Target("bob", "Bob", List.of("Bob"), null)));
    private static final Document ARTICLE =
            new Document("a1", "", "Anna saw Bob, and Bob fled. It rained. A crack calls Bob.", Map.of());

    @Test
    void each_target_in_a_sentence_is_classified_once_beside_its_sentence() {
        try (SentenceClassifier classifier = TinyModels.classifier(TinyModels.stances(), new LetterEncoder())) {
            assertThat(classifier.classifyMentions(ARTICLE, TARGETS))
                    .extracting(mention -> String.join(
                            " ",
                            String.valueOf(mention.sentence().sentence().index()),
                            mention.mention().target().id(),
                            mention.prediction().label("stance"),
                            mention.sentence().prediction().label("voice")))
                    .containsExactly("0 anna supportive official", "0 bob critical official", "2 bob critical outlet");
        }
    }

    @Test
    void a_sentence_is_classified_as_it_is_without_targets() {
        try (SentenceClassifier classifier = TinyModels.classifier(TinyModels.stances(), new LetterEncoder())) {
            List<ClassifiedSentence> plain = classifier.classify(ARTICLE);

            assertThat(classifier.classifyMentions(ARTICLE, TARGETS))
                    .isNotEmpty()
                    .allSatisfy(mention -> assertThat(
                                    mention.sentence().prediction().probability("voice"))
                            .isEqualTo(plain.get(mention.sentence().sentence().index())
                                    .prediction()
                                    .probability("voice")));
        }
    }

    @Test
    void a_model_that_says_nothing_of_targets_is_refused() {
        try (SentenceClassifier classifier = TinyModels.classifier(TinyModels.letters(), new LetterEncoder())) {
            assertThatThrownBy(() -> classifier.classifyMentions(ARTICLE, TARGETS))
                    .isInstanceOf(UserFacingException.class)
                    .hasMessage("The model letters@ says nothing of targets.");
        }
    }
}
