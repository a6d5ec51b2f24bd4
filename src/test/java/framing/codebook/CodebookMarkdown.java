package framing.codebook;

import java.util.ArrayList;
import java.util.List;

/** A codebook as a part of the manual's page: its facets, and of each the codes and the tie-breaks. */
final class CodebookMarkdown {
    private final List<String> blocks = new ArrayList<>();

    private CodebookMarkdown() {}

    /** The blocks of the page, an empty line between them and at the end. */
    static String of(Codebook codebook) {
        CodebookMarkdown page = new CodebookMarkdown();
        page.add("Codebook `" + codebook.id() + "`, version " + escaped(codebook.version()) + ". **What is coded:** "
                + escaped(codebook.unit()));
        codebook.facets().forEach(page::facet);
        return String.join("\n\n", page.blocks) + "\n";
    }

    private void add(String block) {
        blocks.add(block);
    }

    private void facet(Facet facet) {
        add("## The facet " + escaped(facet.name()));
        add("**" + escaped(facet.question()) + "**");
        add(askedOf(facet));
        facet.labels().forEach(this::label);
        if (!facet.tieBreaks().isEmpty()) {
            add("### Tie-breaks of " + escaped(facet.name()));
            list("1. ", facet.tieBreaks());
        }
    }

    private static String askedOf(Facet facet) {
        String asked =
                switch (facet.per()) {
                    case SENTENCE -> "Asked once of every sentence (`per: sentence`).";
                    case TARGET -> "Asked of every target that a sentence mentions (`per: target`).";
                };
        return facet.holder().isEmpty()
                ? asked
                : asked + " Whose answer it is, the sentence's code for `" + facet.holder() + "` says (`holder: "
                        + facet.holder() + "`).";
    }

    private void label(Label label) {
        add("### " + escaped(label.name()) + ": `" + label.id() + "`");
        if (!label.definition().isEmpty()) {
            add("**When:** " + escaped(label.definition()));
        }
        if (!label.exclusion().isEmpty()) {
            add("**When not:** " + escaped(label.exclusion()));
        }
        if (!label.aliases().isEmpty()) {
            add("**Also read in tables:** `" + String.join("`, `", label.aliases()) + "`");
        }
        if (!label.examples().isEmpty()) {
            add("**Examples:**");
            list("- ", label.examples());
        }
    }

    private void list(String mark, List<String> items) {
        add(String.join("\n", items.stream().map(item -> mark + escaped(item)).toList()));
    }

    /** The text in one line, every sign that Markdown would take for its own marked as the text's. */
    static String escaped(String text) {
        return text.strip()
                .replaceAll("\\s+", " ")
                .replaceAll("[\\\\`*_\\[\\]<>&|~#]", "\\\\$0")
                .replaceFirst("^(\\d*)([-+.)])(?= |$)", "$1\\\\$2");
    }
}
