package framing.training;

import static org.assertj.core.api.Assertions.assertThat;

import framing.encoder.MarkedSentence;
import framing.encoder.MarkedSentence.Mark;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RougheningTest {
    private static final MarkedSentence SENTENCE =
            new MarkedSentence("\"Yes\", they said, Hamas's men left", List.of(new Mark(18, 23)));

    @Test
    void a_roughened_sentence_has_lost_one_kind_of_mark_and_keeps_its_targets() {
        Random random = new Random(1);
        Set<String> rough = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            MarkedSentence applied = new Roughening(1).apply(SENTENCE, random);
            rough.add(applied.text());
            Mark mark = applied.marks().get(0);
            assertThat(applied.text().substring(mark.start(), mark.end())).isEqualTo("Hamas");
        }
        assertThat(rough)
                .containsExactlyInAnyOrder(
                        "\"Yes\" they said Hamas's men left",
                        "Yes, they said, Hamas's men left",
                        "\"Yes\", they said, Hamass men left");
    }

    @Test
    void without_a_share_nothing_is_lost() {
        assertThat(new Roughening(0).apply(SENTENCE, new Random(1))).isEqualTo(SENTENCE);
    }
}
