package framing.scoring;

import framing.classifier.ModelIdentity;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that the output of a run depends on. Two runs with equal descriptions write the same bytes.
 *
 * @param program the program and its version
 * @param model the model, and how it computes
 * @param options what else was asked for, by the name of the option
 * @param inputs what is read
 */
record RunDescription(String program, ModelIdentity model, Map<String, String> options, InputDigest inputs) {
    RunDescription {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    static RunDescription of(ScoringPlan plan, ModelIdentity model, InputDigest inputs) {
        String version = RunDescription.class.getPackage().getImplementationVersion();
        return new RunDescription(
                "framing " + (version == null ? "development" : version), model, plan.options(), inputs);
    }

    /** Why a run of the earlier description cannot go on as this one, as a sentence; empty when it can. */
    Optional<String> changedSince(RunDescription earlier) {
        if (!model.equals(earlier.model)) {
            return Optional.of("It was scored with the model " + words(earlier.model) + ", not " + words(model) + ".");
        }
        for (var option : options.entrySet()) {
            String before = earlier.options.getOrDefault(option.getKey(), "absent");
            if (!before.equals(option.getValue())) {
                return Optional.of(
                        "Its " + option.getKey() + " was " + before + ", and is now " + option.getValue() + ".");
            }
        }
        if (!program.equals(earlier.program)) {
            return Optional.of("It was begun by " + earlier.program + ", and this is " + program + ".");
        }
        return inputs.changedSince(earlier.inputs);
    }

    private static String words(ModelIdentity model) {
        return model.reference() + " in " + model.precision().id() + " (SHA256SUMS "
                + model.sha256().substring(0, Math.min(12, model.sha256().length())) + ")";
    }
}
