package framing.report;

import framing.report.ScoringPage.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a page about a scored file says of the file: what it holds, what it lacks and what is odd about it. */
record ReportNotes(
        ReportPlan plan, ScoredTable table, ScoredCorpus corpus, Optional<StanceFile> stances, RunSummary run) {

    /** What the file holds, in a sentence. */
    String overview() {
        StringBuilder words = new StringBuilder(Figures.count(corpus.totals().sentences(), "sentence"));
        if (table.has("doc_id")) {
            words.append(" in ").append(Figures.count(corpus.documents().size(), "article"));
        }
        long outlets = corpus.outlets().stream().filter(name -> !name.isEmpty()).count();
        if (outlets > 0) {
            words.append(" of ").append(Figures.count(outlets, "outlet"));
        }
        corpus.span()
                .ifPresent(days -> words.append(", ")
                        .append(days.get(0))
                        .append(days.get(0).equals(days.get(1)) ? "" : " to " + days.get(1)));
        return words.append('.').toString();
    }

    /** What a reader must know before anything else. */
    List<String> notices() {
        List<String> notices = new ArrayList<>();
        if (corpus.totals().sentences() == 0) {
            notices.add("The file has columns but no sentences.");
        }
        if (models().size() > 1) {
            notices.add("Labels of several models are mixed in this file and counted together: "
                    + models().entrySet().stream()
                            .map(model -> model.getKey() + " (" + Figures.count(model.getValue(), "sentence") + ")")
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        plan.model().map(model -> model.card().reference()).ifPresent(reference -> {
            if (!models().isEmpty() && !models().containsKey(reference)) {
                notices.add("The model that was named for this page, " + reference
                        + ", is not the one that labelled the file.");
            }
        });
        long rejected =
                corpus.totals().rejected() + stances.map(StanceFile::rejected).orElse(0L);
        if (rejected > 0) {
            notices.add(Figures.count(rejected, "row") + " could not be read and " + (rejected == 1 ? "is" : "are")
                    + " missing from every figure.");
        }
        if (run.rejected() > 0) {
            notices.add("When the articles were scored, " + Figures.count(run.rejected(), "row")
                    + " of the input could not be used.");
        }
        return notices;
    }

    /** How many sentences each model that is named labelled, by name. */
    private Map<String, Long> models() {
        return corpus.totals().models().entrySet().stream()
                .filter(model -> !model.getKey().isBlank())
                .sorted(Map.Entry.comparingByKey())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, LinkedHashMap::new));
    }

    /** Parts that are not there, and why. */
    List<String> leftOut() {
        List<String> parts = new ArrayList<>();
        missing(
                parts,
                "doc_id",
                "Articles and intervals: there is no column doc_id to say which sentences belong together.");
        missing(parts, "text", "Articles and least certain sentences: there is no column text.");
        missing(
                parts,
                plan.columns().outlet(),
                "Shares by outlet: there is no column " + plan.columns().outlet() + ".");
        missing(
                parts,
                plan.columns().date(),
                "Shares over time: there is no column " + plan.columns().date() + ".");
        missing(parts, "model", "The model's name: there is no column model.");
        dates(parts);
        for (ScoredFacet facet : corpus.facets()) {
            if (!facet.hasDistribution()) {
                parts.add("Probabilities of the less probable codes of " + facet.name() + ": there are no columns p_"
                        + facet.name() + "_CODE.");
            }
        }
        stances.ifPresent(file ->
                file.passedOver().forEach(facet -> parts.add("What else was asked about the targets: " + facet + ".")));
        if (stances.isEmpty()) {
            parts.add("Stances toward targets: there is no file of stances beside the scored file.");
        }
        return parts;
    }

    private void missing(List<String> parts, String column, String words) {
        if (!table.has(column)) {
            parts.add(words);
        }
    }

    private void dates(List<String> parts) {
        ScoredCorpus.Dates dates = corpus.totals().dates();
        if (dates.unreadable() > 0) {
            parts.add("From the shares over time, " + Figures.count(dates.unreadable(), "article")
                    + " whose date cannot be read or names no certain day, such as \""
                    + dates.example().orElse("") + "\". Write dates as 2025-06-11.");
        }
        if (dates.none() > 0 && table.has(plan.columns().date())) {
            parts.add("From the shares over time, " + Figures.count(dates.none(), "article") + " without a date.");
        }
    }

    /** Which articles are shown, in a sentence. */
    String sampling(int shown) {
        int all = corpus.documents().size();
        if (shown == all) {
            return all == 1 ? "The file's one article is here." : "All " + Figures.count(all) + " articles are here.";
        }
        return Figures.count(shown) + " of the " + Figures.count(all)
                + " articles are here, drawn by chance (seed " + plan.seed()
                + "). The figures above are over all of them.";
    }

    /** How the page came about. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Scored file", String.valueOf(plan.scored().getFileName())));
        stances.ifPresent(file -> facts.add(
                new Fact("File of stances", String.valueOf(plan.stance().getFileName()))));
        facts.add(
                new Fact("Model", models().isEmpty() ? "not named in the file" : String.join(", ", models().keySet())));
        plan.model().ifPresent(model -> {
            facts.add(new Fact("Encoder", model.card().encoder().id()));
            facts.add(new Fact(
                    "Trained on",
                    Figures.count(model.card().provenance().units(), "sentence") + " of "
                            + Figures.count(model.card().provenance().documents(), "article")));
            model.card()
                    .facets()
                    .forEach(facet -> facts.add(new Fact(
                            "On its test articles, " + ScoredFacet.words(facet.name()),
                            facet.test().containsKey("macro_f1")
                                    ? "macro-F1 " + facet.test().get("macro_f1") + ", accuracy "
                                            + facet.test().get("accuracy")
                                    : "not measured")));
            facts.add(new Fact(
                    "Codebook", model.codebook().name() + " " + model.codebook().version()));
        });
        facts.addAll(run.facts());
        facts.add(new Fact(
                "Not counted",
                Figures.count(corpus.totals().boilerplate(), "sentence")
                        + " of the role boilerplate: bylines, credits, navigation"));
        facts.add(new Fact(
                "Intervals",
                "95 %, percentiles of a bootstrap over whole articles (seed " + plan.seed()
                        + "); none where fewer than two articles bear on a share"));
        return facts;
    }
}
