package framing.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import framing.evaluation.Agreement;
import framing.evaluation.Evaluation;
import framing.training.TrainingResult;
import java.util.List;
import java.util.Map;

/** Evaluations as JSON, for programs. */
public final class EvaluationJson {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT);

    private EvaluationJson() {}

    /** One object: the evaluation of each facet under its name. */
    public static String of(List<Evaluation> evaluations) {
        ObjectNode root = JSON.createObjectNode();
        evaluations.forEach(evaluation -> root.set(evaluation.facet(), JSON.valueToTree(evaluation)));
        return write(root);
    }

    /** One object: each comparison of coders under its name. */
    public static String of(Map<String, Agreement> agreements) {
        ObjectNode root = JSON.createObjectNode();
        agreements.forEach((coders, agreement) -> root.set(coders, JSON.valueToTree(agreement)));
        return write(root);
    }

    /** The measurements of a training run: under "test" and "cross_validation" the evaluation of each facet. */
    public static String of(TrainingResult result) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode test = root.putObject("test");
        result.test().forEach(evaluation -> test.set(evaluation.facet(), JSON.valueToTree(evaluation)));
        ObjectNode folds = root.putObject("cross_validation");
        result.crossValidation().forEach(fold -> folds.set(fold.facet(), JSON.valueToTree(fold)));
        return write(root);
    }

    private static String write(ObjectNode root) {
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An evaluation is always writable", e);
        }
    }
}
