package framing.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import framing.report.ScoringPage.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the summary beside a scored file says of the run that wrote it. A file that is missing, or is no such summary, says
 * nothing.
 *
 * @param facts the program, the precision and every option
 * @param rejected how many rows of the input could not be used
 */
record RunSummary(List<Fact> facts, long rejected) {
    RunSummary {
        facts = List.copyOf(facts);
    }

    /** Reads the summary. */
    static RunSummary read(Path file) {
        JsonNode root;
        try {
            root = Files.isRegularFile(file)
                    ? new ObjectMapper().readTree(file.toFile())
                    : new ObjectMapper().createObjectNode();
        } catch (IOException e) { // a page is not to fail for a file that it can do without
            root = new ObjectMapper().createObjectNode();
        }
        JsonNode run = root.path("run");
        List<Fact> facts = new ArrayList<>();
        add(facts, "Program", run.path("program"));
        add(facts, "Precision", run.at("/model/precision"));
        run.path("options").properties().forEach(option -> add(facts, "--" + option.getKey(), option.getValue()));
        return new RunSummary(facts, root.at("/summary/rejected").asLong());
    }

    private static void add(List<Fact> facts, String name, JsonNode value) {
        if (value.isValueNode() && !value.isNull()) {
            facts.add(new Fact(name, value.asText()));
        }
    }
}
