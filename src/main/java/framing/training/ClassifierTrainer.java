package framing.training;

import framing.Progress;
import framing.classifier.FacetModel;
import framing.classifier.Model;
import framing.classifier.ModelCard;
import framing.classifier.Provenance;
import framing.classifier.Sha256;
import framing.codebook.Annotation;
import framing.codebook.AnnotationTable;
import framing.codebook.Facet;
import framing.codebook.Split;
import framing.evaluation.ConfusionMatrix;
import framing.evaluation.Evaluation;
import framing.evaluation.Outcome;
import framing.training.TrainingResult.CrossValidation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Trains a model from annotated units and judges it on documents that it has not seen. */
public final class ClassifierTrainer {
    private static final int FOLDS_FOR_A_TEST = 5;

    private final TrainingPlan plan;
    private final Progress progress;

    public ClassifierTrainer(TrainingPlan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * Trains on the table.
     *
     * @param data the files that the table was read from
     */
    public TrainingResult train(AnnotationTable table, List<Provenance.DataFile> data) {
        TrainingSet set = TrainingSet.of(table);
        Split split = plan.split(table);
        requireEveryLabelToLearn(set, split);
        List<Split> folds = folds(set, split);
        try (Learner learner = Learner.of(set, plan, progress)) {
            Learner.Learned learned = learner.learn(split, plan.seed(), progress);
            List<Evaluation> test = evaluate(set, learned, split.test());
            List<CrossValidation> crossValidation = crossValidate(set, folds, learner);
            ModelCard card = new ModelCard(
                    ModelCard.FORMAT,
                    plan.modelId(),
                    "",
                    learner.tier(),
                    learner.encoder(),
                    learner.neighbours(),
                    facetCards(table, learned, judged(test, crossValidation)),
                    provenance(set, split, learner, data));
            return new TrainingResult(
                    new Model(card, table.codebook(), learned.facets(), learned.tuned()), test, crossValidation);
        }
    }

    /** Lets go of what this training, interrupted, would go on from; call it when the model is written. */
    public void forget(AnnotationTable table) {
        TuningCheckpoints.forget(table, plan, progress::say);
    }

    private void requireEveryLabelToLearn(TrainingSet set, Split split) {
        for (Facet facet : set.table().codebook().facets()) {
            int[] counts = new int[facet.labels().size()];
            set.coded(facet, split.train()).forEach(unit -> counts[set.label(facet, unit)]++);
            for (int label = 0; label < counts.length; label++) {
                String id = facet.labelIds().get(label);
                if (counts[label] == 0) {
                    progress.say("Warning: no training unit carries the code " + id + " of " + facet.name()
                            + ", so the model will not give it.");
                }
                if (counts[label] == 1) {
                    progress.say(
                            "Warning: the code " + id + " of " + facet.name() + " has one training unit; add more.");
                }
            }
        }
        set.requireTwoLabels(split.train());
    }

    /** The folds asked for; where no unit is left for a test, folds that judge in its stead, if there can be any. */
    private List<Split> folds(TrainingSet set, Split split) {
        int number = plan.splitting().folds();
        if (number > 0) {
            List<Split> folds = plan.folds(set.table(), number);
            folds.forEach(fold -> set.requireTwoLabels(fold.train()));
            return folds;
        }
        if (!split.test().isEmpty()) {
            return List.of();
        }
        int groups = new HashSet<>(set.table().groups()).size();
        List<Split> folds = plan.folds(set.table(), Math.min(FOLDS_FOR_A_TEST, groups));
        boolean possible = folds.stream()
                .allMatch(fold -> set.facetWithoutTwoLabels(fold.train()).isEmpty());
        progress.say(
                possible
                        ? "All units are learned from, and " + folds.size() + " folds judge."
                        : "Warning: nothing judges the model, for some code is in too few documents.");
        return possible ? folds : List.of();
    }

    private static List<Evaluation> judged(List<Evaluation> test, List<CrossValidation> crossValidation) {
        return TrainingResult.tested(test) || crossValidation.isEmpty()
                ? test
                : crossValidation.stream().map(CrossValidation::pooled).toList();
    }

    private List<CrossValidation> crossValidate(TrainingSet set, List<Split> folds, Learner learner) {
        if (folds.isEmpty()) {
            return List.of();
        }
        Map<String, List<Double>> foldScores = new TreeMap<>();
        Map<String, List<Outcome>> pooled = new TreeMap<>();
        learner.learnFolds(folds, plan.seed(), progress, (fold, learned) -> {
            for (Facet facet : set.table().codebook().facets()) {
                List<Outcome> outcomes = outcomes(set, facet, learned, fold.test());
                pooled.computeIfAbsent(facet.name(), name -> new ArrayList<>()).addAll(outcomes);
                ConfusionMatrix.of(facet.labelIds(), outcomes)
                        .macroF1()
                        .ifPresent(score -> foldScores
                                .computeIfAbsent(facet.name(), name -> new ArrayList<>())
                                .add(score));
            }
        });
        return set.table().codebook().facets().stream()
                .map(facet -> new CrossValidation(
                        facet.name(),
                        foldScores.getOrDefault(facet.name(), List.of()),
                        Evaluation.of(facet, pooled.getOrDefault(facet.name(), List.of()), plan.seed())))
                .toList();
    }

    private List<Evaluation> evaluate(TrainingSet set, Learner.Learned learned, List<Integer> units) {
        return set.table().codebook().facets().stream()
                .map(facet -> Evaluation.of(facet, outcomes(set, facet, learned, units), plan.seed()))
                .toList();
    }

    private static List<Outcome> outcomes(TrainingSet set, Facet facet, Learner.Learned learned, List<Integer> units) {
        return set.coded(facet, units).stream()
                .map(unit -> {
                    Annotation annotation = set.table().annotations().get(unit);
                    String also = annotation.alsoAcceptable().get(facet.name());
                    return new Outcome(
                            annotation.group(),
                            set.label(facet, unit),
                            also == null ? OptionalInt.empty() : OptionalInt.of(facet.indexOf(also)),
                            learned.distribution(facet, unit));
                })
                .toList();
    }

    private static List<ModelCard.FacetCard> facetCards(
            AnnotationTable table, Learner.Learned learned, List<Evaluation> test) {
        List<ModelCard.FacetCard> cards = new ArrayList<>();
        for (int i = 0; i < test.size(); i++) {
            Facet facet = table.codebook().facets().get(i);
            FacetModel model = Objects.requireNonNull(learned.facets().get(facet.name()));
            cards.add(new ModelCard.FacetCard(
                    facet.name(), facet.labelIds(), model.calibration().temperature(), figures(test.get(i))));
        }
        return cards;
    }

    private static Map<String, Double> figures(Evaluation evaluation) {
        Map<String, Double> figures = new TreeMap<>();
        if (evaluation.units() > 0) {
            figures.put("units", (double) evaluation.units());
            evaluation.scores().macroF1().value().ifPresent(v -> figures.put("macro_f1", rounded(v)));
            evaluation.scores().accuracy().value().ifPresent(v -> figures.put("accuracy", rounded(v)));
            evaluation.agreement().alpha().value().ifPresent(v -> figures.put("alpha", rounded(v)));
            evaluation
                    .probabilities()
                    .expectedCalibrationError()
                    .ifPresent(v -> figures.put("expected_calibration_error", rounded(v)));
        }
        return figures;
    }

    private static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.4f", value));
    }

    private Provenance provenance(TrainingSet set, Split split, Learner learner, List<Provenance.DataFile> data) {
        AnnotationTable table = set.table();
        Map<String, String> settings = new TreeMap<>(learner.settings());
        settings.put("class_weights", "1 / square root of the label's count");
        return new Provenance(
                data,
                Sha256.of(table.codebook().toYaml().getBytes(StandardCharsets.UTF_8)),
                table.annotations().size(),
                new HashSet<>(table.groups()).size(),
                Map.of(
                        "train", split.train().size(),
                        "development", split.development().size(),
                        "test", split.test().size()),
                plan.seed(),
                settings,
                Versions.inUse());
    }
}
