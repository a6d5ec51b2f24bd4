package framing.report;

import framing.codebook.Annotation;
import framing.corpus.Span;
import java.util.List;

/**
 * An error worth reading.
 *
 * @param article its id, empty where not known
 * @param given the coder's code
 * @param predicted the model's
 * @param probability how sure the model was, in words
 * @param lines the sentence among its neighbours
 */
public record ModelError(String article, String given, String predicted, String probability, List<Line> lines) {
    /**
     * A sentence, cut where a target is named that the codes are about.
     *
     * @param before the text up to the target, or all of it
     * @param target the name; empty where the sentence as a whole was coded
     * @param after the rest
     * @param isError whether this is the sentence at fault
     */
    public record Line(String before, String target, String after, boolean isError) {
        static Line around(String text) {
            return new Line(text, "", "", false);
        }

        static Line atFault(Annotation annotation) {
            String text = annotation.sentence().text();
            Span target = annotation.target();
            return target == null
                    ? new Line(text, "", "", true)
                    : new Line(
                            text.substring(0, target.start()),
                            text.substring(target.start(), target.end()),
                            text.substring(target.end()),
                            true);
        }
    }
}
