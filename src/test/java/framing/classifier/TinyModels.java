package framing.classifier;

import framing.codebook.Codebook;
import framing.codebook.Facet;
import framing.encoder.EncoderCard;
import framing.encoder.LetterEncoder;
import framing.encoder.OnnxSentenceEncoder;
import framing.encoder.Reading;
import framing.encoder.SentenceEncoder;
import framing.encoder.TunedWeights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/** Models that nobody trained, for tests: over the letter encoder by hand, over the real one by chance. */
public final class TinyModels {
    /** Two facets of three and of two codes. */
    public static final Codebook CODEBOOK = Codebook.parse("""
            id: tiny
            version: "1.0"
            facets:
              - name: voice
                question: Who says it?
                labels:
                  - {id: official, definition: A state.}
                  - {id: rebel, definition: An armed group.}
                  - {id: outlet, definition: The outlet itself.}
              - name: loaded
                question: Is the wording loaded?
                labels: [{id: "no", aliases: ["0"]}, {id: "yes", aliases: ["1"]}]
            """, "tiny.yaml");

    private static final Provenance PROVENANCE = new Provenance(
            List.of(new Provenance.DataFile("labels.csv", "2".repeat(64))),
            "3".repeat(64),
            60,
            12,
            Map.of("train", 40, "development", 10, "test", 10),
            7,
            Map.of("head_batch_size", "64", "neighbours", "0"),
            Map.of("framing", "0.1.0", "java", "17"));

    private TinyModels() {}

    /** The real encoder's card, read once. */
    private static final class Real {
        private static final EncoderCard CARD = read();

        private static EncoderCard read() {
            try (SentenceEncoder encoder = OnnxSentenceEncoder.open(List.of(4, 12), "", Reading.ONE_BY_ONE)) {
                return encoder.card();
            }
        }
    }

    /**
     * Over the letter encoder, a unit alone: each "a" speaks for official, each "b" for rebel, each "c" for outlet; more
     * than one "a" is loaded.
     */
    public static Model letters() {
        Head voice = new Head(new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, new float[] {0, 0, 0});
        Head loaded = new Head(new float[] {0, 0, 0, 2, 0, 0}, new float[] {0, -3});
        return model(
                "letters",
                LetterEncoder.CARD,
                0,
                Map.of(
                        "voice", new FacetModel(voice, Calibration.NONE),
                        "loaded", new FacetModel(loaded, new Calibration(2))));
    }

    /** A facet per sentence and one per target. */
    public static final Codebook STANCES = Codebook.parse("""
            id: stances
            facets:
              - name: voice
                labels: [{id: official}, {id: outlet}]
              - name: stance
                per: target
                holder: voice
                labels: [{id: supportive}, {id: critical}, {id: neutral}]
            """, "stances.yaml");

    /**
     * Over the letter encoder: more "a" than "c" in a sentence speaks for official. In a target's own words "a" is
     * supportive, "b" critical, and a target with neither neutral.
     */
    public static Model stances() {
        Head voice = new Head(new float[] {1, 0, 0, 0, 0, 1}, new float[] {0, 0});
        Head stance =
                new Head(new float[] {0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0}, new float[] {0, 0, 1});
        return model(
                "stances",
                STANCES,
                LetterEncoder.CARD,
                0,
                Map.of(
                        "voice", new FacetModel(voice, Calibration.NONE),
                        "stance", new FacetModel(stance, Calibration.NONE)));
    }

    /** Over the real encoder with one neighbour on each side, with weights by chance: its labels vary and mean nothing. */
    public static Model real() {
        return real(Real.CARD);
    }

    /** The same over an encoder of this card. */
    static Model real(EncoderCard card) {
        Random random = new Random(3);
        Map<String, FacetModel> facets = new TreeMap<>();
        for (Facet facet : CODEBOOK.facets()) {
            int labels = facet.labels().size();
            float[] weights = new float[labels * 3 * card.width()];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) random.nextGaussian() / 4;
            }
            facets.put(facet.name(), new FacetModel(new Head(weights, new float[labels]), new Calibration(1.5)));
        }
        return model("tiny", card, 1, facets);
    }

    /** Writes the model over the real encoder into a folder, which must not exist. */
    public static Path writeReal(Path folder) {
        ModelFolder.write(folder, real(), "{}\n", false);
        return folder;
    }

    static EncoderCard realCard() {
        return Real.CARD;
    }

    static Model model(String id, EncoderCard encoder, int reach, Map<String, FacetModel> facets) {
        return model(id, CODEBOOK, encoder, reach, facets);
    }

    private static Model model(
            String id, Codebook codebook, EncoderCard encoder, int reach, Map<String, FacetModel> facets) {
        List<ModelCard.FacetCard> cards = new ArrayList<>();
        for (Facet facet : codebook.facets()) {
            FacetModel model = Objects.requireNonNull(facets.get(facet.name()));
            cards.add(new ModelCard.FacetCard(
                    facet.name(),
                    facet.labelIds(),
                    model.calibration().temperature(),
                    Map.of("macro_f1", 0.75, "units", 10.0)));
        }
        ModelCard card =
                new ModelCard(ModelCard.FORMAT, id, "", "frozen", encoder, new Neighbours(reach), cards, PROVENANCE);
        return new Model(card, codebook, facets, TunedWeights.NONE);
    }

    /** A classifier over an encoder that the model did not open itself. */
    public static SentenceClassifier classifier(Model model, SentenceEncoder encoder) {
        return new SentenceClassifier(model, encoder);
    }
}
