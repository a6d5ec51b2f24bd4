package framing.classifier;

import framing.codebook.Codebook;
import framing.codebook.Facet;
import framing.codebook.Label;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The model card for people (Mitchell et al. 2019, https://doi.org/10.1145/3287560.3287596), in Markdown. */
public final class ModelReadme {
    private static final String BEFORE_PUBLISHING = """

            These documents resemble the training data. Before publishing, code a sample of your own corpus and run
            `framing evaluate` on it: figures on other outlets are usually lower.

            """;
    private static final String MISUSE = """

            ## What it must not be used for

            It labels wording, not truth and not persons. It must not decide about a person, an outlet or a claim by itself,
            and its raw counts are not shares to publish: correct them with a hand-coded sample.
            """;

    private ModelReadme() {}

    /** The card as Markdown. */
    public static String of(ModelCard card, Codebook codebook) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(card.id()).append(" (").append(card.version()).append(")\n\n");
        text.append("A model of `framing`: ")
                .append(card.tier())
                .append(" tier over the encoder ")
                .append(card.encoder().id())
                .append(". Written by `framing train`; every figure below comes from that run.\n\n");
        text.append("## What it predicts\n\n");
        for (Facet facet : codebook.facets()) {
            text.append("Facet `")
                    .append(facet.name())
                    .append("`. ")
                    .append(facet.question())
                    .append("\n\n");
            for (Label label : facet.labels()) {
                text.append("- `")
                        .append(label.id())
                        .append("` ")
                        .append(label.definition())
                        .append('\n');
            }
            text.append('\n');
        }
        text.append(
                card.provenance().splitUnits().getOrDefault("test", 0) > 0
                        ? "## How well, on its own test documents\n\n"
                        : "## How well, in folds of its own documents\n\n");
        for (ModelCard.FacetCard facet : card.facets()) {
            text.append("- ")
                    .append(facet.name())
                    .append(": ")
                    .append(figures(facet.test()))
                    .append('\n');
        }
        text.append(BEFORE_PUBLISHING);
        text.append("## Where it comes from\n\n");
        Provenance provenance = card.provenance();
        provenance
                .data()
                .forEach(file -> text.append("- data: ")
                        .append(file.name())
                        .append(", SHA-256 ")
                        .append(file.sha256())
                        .append('\n'));
        text.append("- units: ")
                .append(provenance.units())
                .append(" in ")
                .append(provenance.documents())
                .append(" groups kept whole; split ")
                .append(new TreeMap<>(provenance.splitUnits()))
                .append('\n');
        text.append("- seed: ").append(provenance.seed()).append('\n');
        new TreeMap<>(provenance.settings())
                .forEach((name, value) -> text.append("- ")
                        .append(name)
                        .append(": ")
                        .append(value)
                        .append('\n'));
        new TreeMap<>(provenance.versions())
                .forEach((name, value) ->
                        text.append("- ").append(name).append(' ').append(value).append('\n'));
        text.append(MISUSE);
        return text.toString();
    }

    private static String figures(Map<String, Double> test) {
        if (test.isEmpty()) {
            return "no coded unit was left to judge by";
        }
        StringBuilder text = new StringBuilder();
        new TreeMap<>(test)
                .forEach((name, value) -> text.append(text.isEmpty() ? "" : ", ")
                        .append(name.replace('_', ' '))
                        .append(' ')
                        .append(
                                name.equals("units")
                                        ? String.valueOf(value.longValue())
                                        : String.format(Locale.ROOT, "%.3f", value)));
        return text.toString();
    }
}
