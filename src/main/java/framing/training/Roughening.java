package framing.training;

import framing.encoder.MarkedSentence;
import framing.encoder.MarkedSentence.Mark;
import java.util.List;
import java.util.Random;

/**
 * Damage that real corpora come with: some sentences lose their commas, their quotation marks or their apostrophes in an
 * epoch of training, so that a model does not lean on marks which scraping often drops.
 */
final class Roughening {
    private static final List<String> LOST = List.of(",", "\"\u201c\u201d\u00ab\u00bb", "'\u2018\u2019");

    private final double share;

    Roughening(double share) {
        this.share = share;
    }

    /** The sentence, or, in its share of the draws, the sentence without one kind of mark. */
    MarkedSentence apply(MarkedSentence sentence, Random random) {
        if (random.nextDouble() >= share) {
            return sentence;
        }
        String lost = LOST.get(random.nextInt(LOST.size()));
        String rough = without(lost, sentence.text());
        List<Mark> marks = sentence.marks().stream()
                .map(mark -> new Mark(
                        without(lost, sentence.text().substring(0, mark.start()))
                                .length(),
                        without(lost, sentence.text().substring(0, mark.end())).length()))
                .toList();
        return rough.isBlank() ? sentence : new MarkedSentence(rough, marks);
    }

    private static String without(String lost, String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.chars().filter(c -> lost.indexOf(c) < 0).forEach(c -> kept.append((char) c));
        return kept.toString();
    }
}
