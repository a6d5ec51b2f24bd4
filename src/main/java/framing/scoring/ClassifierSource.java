package framing.scoring;

import framing.classifier.SentenceClassifier;
import framing.encoder.Precision;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * Where a process of a cluster gets its classifier from. It travels to the process; the classifier does not. Equal sources
 * share one classifier.
 */
interface ClassifierSource extends Serializable {
    SentenceClassifier open();

    /**
     * The model in a folder that every machine reads under the same path.
     *
     * @param path the folder, as text: a {@link Path} cannot travel
     */
    record ModelPath(String path, Precision precision) implements ClassifierSource {
        @Override
        public SentenceClassifier open() {
            return SentenceClassifier.load(Path.of(path), precision);
        }
    }
}
