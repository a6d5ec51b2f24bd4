package framing.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import framing.codebook.LabelDistribution;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The invented outcomes and codings, and what scikit-learn and numpy make of them (make_reference_values.py). */
final class ReferenceValues {
    static final List<String> LABELS = List.of("official", "claim", "outlet", "witness", "other");

    private final Map<String, Double> expected =
            lines("expected.csv").collect(Collectors.toMap(line -> line[0], line -> parse(line[1])));

    static List<Outcome> outcomes() {
        return lines("outcomes.csv").map(ReferenceValues::outcome).toList();
    }

    static List<CodedUnit> codings() {
        return lines("codings.csv")
                .map(line -> new CodedUnit(
                        line[0],
                        Arrays.stream(line)
                                .skip(1)
                                .filter(cell -> !cell.isEmpty())
                                .map(Integer::valueOf)
                                .toList()))
                .toList();
    }

    double get(String name) {
        return Objects.requireNonNull(expected.get(name), name);
    }

    /** That the value is the expected one, to rounding; NaN among the expected values stands for undefined. */
    void check(String name, OptionalDouble value) {
        double target = get(name);
        assertThat(value.isEmpty()).as(name + " is undefined").isEqualTo(Double.isNaN(target));
        value.ifPresent(found -> assertThat(found).as(name).isCloseTo(target, within(1e-6)));
    }

    private static Outcome outcome(String[] line) {
        float[] probabilities = new float[LABELS.size()];
        for (int label = 0; label < probabilities.length; label++) {
            probabilities[label] = Float.parseFloat(line[3 + label]);
        }
        OptionalInt also = line[2].isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(line[2]));
        return new Outcome(line[0], Integer.parseInt(line[1]), also, LabelDistribution.of(probabilities));
    }

    private static double parse(String cell) {
        return cell.equals("nan") ? Double.NaN : Double.parseDouble(cell);
    }

    private static Stream<String[]> lines(String name) {
        try (InputStream stream = Objects.requireNonNull(ReferenceValues.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
