package framing.training;

import framing.Progress;
import framing.codebook.Annotation;
import framing.codebook.AnnotationTable;
import framing.codebook.Facet;
import framing.codebook.LabelDistribution;
import framing.codebook.Split;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks for likely errors among given codes: each fold of whole groups is judged by a model of the others. */
public final class LabelAudit {
    private final TrainingPlan plan;
    private final Progress progress;

    /** An audit by the plan's tier, in the plan's number of folds. */
    public LabelAudit(TrainingPlan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /** The suspects, the worst first. A second acceptable code is never suspected. */
    public List<Suspect> suspects(AnnotationTable table) {
        TrainingSet set = TrainingSet.of(table);
        List<Suspect> suspects = new ArrayList<>();
        heldOut(set).forEach((facet, distributions) -> suspects.addAll(suspects(set, facet, distributions)));
        suspects.sort(Comparator.comparingDouble(Suspect::margin)
                .thenComparing(suspect -> suspect.annotation().line()));
        return suspects;
    }

    /** Lets go of what this audit, interrupted, would go on from; call it when the suspects are written. */
    public void forget(AnnotationTable table) {
        TuningCheckpoints.forget(table, plan, progress::say);
    }

    /** By facet, for each coded unit what a model says that has not seen its group. */
    private Map<Facet, Map<Integer, LabelDistribution>> heldOut(TrainingSet set) {
        Map<Facet, Map<Integer, LabelDistribution>> heldOut = new LinkedHashMap<>();
        try (Learner learner = Learner.of(set, plan, progress)) {
            List<Split> folds = plan.folds(set.table(), plan.splitting().folds());
            folds.forEach(fold -> set.requireTwoLabels(fold.train()));
            learner.learnFolds(folds, plan.seed(), progress, (fold, learned) -> {
                for (Facet facet : set.table().codebook().facets()) {
                    Map<Integer, LabelDistribution> units = heldOut.computeIfAbsent(facet, f -> new TreeMap<>());
                    set.coded(facet, fold.test()).forEach(unit -> units.put(unit, learned.distribution(facet, unit)));
                }
            });
        }
        return heldOut;
    }

    private static List<Suspect> suspects(TrainingSet set, Facet facet, Map<Integer, LabelDistribution> heldOut) {
        ConfidentLearning confident = new ConfidentLearning(
                heldOut.keySet().stream().map(unit -> set.label(facet, unit)).toList(),
                List.copyOf(heldOut.values()),
                facet.labels().size());
        List<Suspect> suspects = new ArrayList<>();
        heldOut.forEach((unit, distribution) -> {
            Annotation annotation = set.table().annotations().get(unit);
            int given = set.label(facet, unit);
            confident.instead(given, distribution).ifPresent(suggested -> {
                String id = facet.labelIds().get(suggested);
                if (!id.equals(annotation.alsoAcceptable().get(facet.name()))) {
                    suspects.add(new Suspect(
                            annotation,
                            facet.name(),
                            facet.labelIds().get(given),
                            id,
                            distribution.probability(given),
                            distribution.probability(suggested)));
                }
            });
        });
        return suspects;
    }
}
