package framing.classifier;

import framing.UserFacingException;
import framing.codebook.Codebook;
import framing.codebook.Facet;
import framing.codebook.LabelDistribution;
import framing.codebook.Mention;
import framing.codebook.Prediction;
import framing.codebook.Targets;
import framing.corpus.Document;
import framing.corpus.Sentence;
import framing.corpus.SentenceSplitter;
import framing.encoder.EncoderWork;
import framing.encoder.MarkedSentence;
import framing.encoder.Precision;
import framing.encoder.SentenceEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A trained model at work: the library's front door. Threads may share one.
 *
 * <pre>{@code
 * try (SentenceClassifier classifier = SentenceClassifier.load(Path.of("models/conflict-news-en"))) {
 *     Prediction prediction = classifier.classify("The ministry denied the report.");
 *     prediction.label("voice"); // official_statement
 * }
 * }</pre>
 */
public final class SentenceClassifier implements AutoCloseable {
    /** A longer article is read in parts of this many sentences, so that memory stays bounded. */
    public static final int LONGEST_READ = 500;

    private final Model model;
    private final SentenceEncoder encoder;
    private final ModelIdentity identity;
    private final SentenceSplitter splitter = new SentenceSplitter();

    /** Over a model that is in no folder. */
    SentenceClassifier(Model model, SentenceEncoder encoder) {
        this(model, encoder, new ModelIdentity(model.card().reference(), "", Precision.FP32));
    }

    private SentenceClassifier(Model model, SentenceEncoder encoder, ModelIdentity identity) {
        this.model = model;
        this.encoder = encoder;
        this.identity = identity;
    }

    /**
     * Loads a model from its folder, to compute as {@code framing score} does: its matrix products in eight bits.
     *
     * @throws framing.UserFacingException when the folder is no model, was altered, or needs another encoder
     */
    public static SentenceClassifier load(Path folder) {
        return load(folder, Precision.INT8);
    }

    /**
     * Loads a model from its folder.
     *
     * @throws framing.UserFacingException when the folder is no model, was altered, or needs another encoder
     */
    public static SentenceClassifier load(Path folder, Precision precision) {
        Model model = ModelFolder.read(folder);
        ModelIdentity identity = new ModelIdentity(model.card().reference(), ModelFolder.sha256(folder), precision);
        return new SentenceClassifier(model, model.openEncoder(precision), identity);
    }

    public ModelCard card() {
        return model.card();
    }

    /** Which model it is, and how it computes. */
    public ModelIdentity identity() {
        return identity;
    }

    public Codebook codebook() {
        return model.codebook();
    }

    /** Labels one sentence, read alone. */
    public Prediction classify(String sentence) {
        return classifyArticle(List.of(sentence)).get(0);
    }

    /** Splits an article into its sentences and labels each of them, read in the company of the others. */
    public List<ClassifiedSentence> classify(Document document) {
        List<Sentence> sentences = splitter.split(document);
        List<Prediction> predictions =
                classifyArticle(sentences.stream().map(Sentence::text).toList());
        List<ClassifiedSentence> classified = new ArrayList<>(sentences.size());
        for (int i = 0; i < sentences.size(); i++) {
            classified.add(new ClassifiedSentence(sentences.get(i), predictions.get(i)));
        }
        return classified;
    }

    /**
     * Splits an article into its sentences and labels each mention of a target in them; what is said of a sentence is the
     * same with and without targets.
     *
     * @return one a mention, in reading order
     * @throws UserFacingException when the model says nothing of targets
     */
    public List<ClassifiedMention> classifyMentions(Document document, Targets targets) {
        if (model.codebook().facets(Facet.Per.TARGET).isEmpty()) {
            throw new UserFacingException(
                    "The model " + card().reference() + " says nothing of targets.",
                    "Use a model that was trained on labels with a column target.");
        }
        List<Sentence> sentences = splitter.split(document);
        List<List<Mention>> mentions =
                sentences.stream().map(sentence -> targets.in(sentence.text())).toList();
        List<MarkedSentence> marked = new ArrayList<>(sentences.size());
        for (int i = 0; i < sentences.size(); i++) {
            marked.add(marked(sentences.get(i), mentions.get(i)));
        }
        List<MarkedPrediction> predictions = classifyMarked(List.of(marked)).get(0);
        List<ClassifiedMention> classified = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            MarkedPrediction prediction = predictions.get(i);
            ClassifiedSentence sentence = new ClassifiedSentence(sentences.get(i), prediction.sentence());
            for (int mark = 0; mark < mentions.get(i).size(); mark++) {
                classified.add(new ClassifiedMention(
                        sentence,
                        mentions.get(i).get(mark),
                        prediction.targets().get(mark)));
            }
        }
        return classified;
    }

    /** A sentence with its mentions of targets marked, as {@link #classifyMarked} reads it. */
    public static MarkedSentence marked(Sentence sentence, List<Mention> mentions) {
        List<MarkedSentence.Mark> marks = mentions.stream()
                .map(mention -> new MarkedSentence.Mark(
                        mention.span().start(), mention.span().end()))
                .toList();
        return new MarkedSentence(sentence.text(), marks);
    }

    /** Labels the sentences of one article, in reading order. */
    public List<Prediction> classifyArticle(List<String> sentences) {
        return classifyArticles(List.of(sentences)).get(0);
    }

    /**
     * Labels several articles, each a list of sentences in reading order: faster than one by one, with the same result to
     * the last bit.
     */
    public List<List<Prediction>> classifyArticles(List<List<String>> articles) {
        List<List<MarkedSentence>> plain = articles.stream()
                .map(article -> article.stream().map(MarkedSentence::plain).toList())
                .toList();
        return classifyMarked(plain).stream()
                .map(article -> article.stream().map(MarkedPrediction::sentence).toList())
                .toList();
    }

    /** The same for sentences with targets marked in them. */
    public List<List<MarkedPrediction>> classifyMarked(List<List<MarkedSentence>> articles) {
        List<List<MarkedPrediction>> predictions = new ArrayList<>(articles.size());
        List<List<MarkedSentence>> together = new ArrayList<>();
        for (List<MarkedSentence> article : articles) {
            if (article.size() > LONGEST_READ) {
                predictions.addAll(classifyTogether(together));
                together.clear();
                predictions.add(classifyInParts(article));
            } else {
                together.add(article);
            }
        }
        predictions.addAll(classifyTogether(together));
        return predictions;
    }

    private List<MarkedPrediction> classifyInParts(List<MarkedSentence> article) {
        List<MarkedPrediction> predictions = new ArrayList<>(article.size());
        for (int from = 0; from < article.size(); from += LONGEST_READ) {
            List<MarkedSentence> part = article.subList(from, Math.min(from + LONGEST_READ, article.size()));
            predictions.addAll(classifyTogether(List.of(part)).get(0));
        }
        return predictions;
    }

    private List<List<MarkedPrediction>> classifyTogether(List<List<MarkedSentence>> articles) {
        List<List<MarkedPrediction>> predictions = new ArrayList<>(articles.size());
        List<float[][]> vectors = encoder.encodeMarked(articles);
        for (int article = 0; article < articles.size(); article++) {
            predictions.add(classify(articles.get(article), vectors.get(article)));
        }
        return predictions;
    }

    /** Labels the sentences of an article and their marks from its vectors: those of all sentences, then of all marks. */
    private List<MarkedPrediction> classify(List<MarkedSentence> article, float[][] vectors) {
        float[][] sentences = Arrays.copyOf(vectors, article.size());
        List<MarkedPrediction> predictions = new ArrayList<>(article.size());
        int mark = article.size();
        for (int unit = 0; unit < sentences.length; unit++) {
            float[] features = model.neighbours().features(sentences, unit);
            List<Prediction> targets = new ArrayList<>();
            for (int i = 0; i < article.get(unit).marks().size(); i++) {
                targets.add(predict(Facet.Per.TARGET, Neighbours.targetFeatures(features, vectors[mark++])));
            }
            predictions.add(new MarkedPrediction(predict(Facet.Per.SENTENCE, features), targets));
        }
        return predictions;
    }

    private Prediction predict(Facet.Per per, float[] features) {
        Map<String, LabelDistribution> facets = new LinkedHashMap<>();
        for (Facet facet : model.codebook().facets(per)) {
            FacetModel head = model.facet(facet.name());
            facets.put(facet.name(), head.calibration().apply(head.head().logits(features)));
        }
        return new Prediction(model.codebook(), facets);
    }

    /** What its encoder has done so far. */
    public EncoderWork work() {
        return encoder.work();
    }

    @Override
    public void close() {
        encoder.close();
    }
}
