package framing.report;

import framing.Progress;
import framing.codebook.Facet;
import framing.codebook.Label;
import framing.corpus.TableRow;
import framing.report.ScoringPage.Doubt;
import framing.report.ScoringPage.Doubts;
import framing.report.ScoringPage.Meaning;
import framing.report.ScoringPage.Origin;
import framing.report.ScoringPage.Shown;
import framing.scoring.ScoringPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the page about a scored file. The file is read once, row by row; a few numbers are kept of every article. */
public final class ScoringReport {
    /** From which probability on a code is a rival. */
    private static final double IN_QUESTION = 0.05;

    private final ReportPlan plan;
    private final Progress progress;

    public ScoringReport(ReportPlan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /** Writes the page. */
    public void write() throws IOException {
        try (ScoredTable table = ScoredTable.open(plan.scored())) {
            ScoredCorpus corpus = ScoredCorpusReader.read(table, plan, progress);
            Optional<StanceFile> stances = stances(corpus);
            HtmlPage.write(plan.output(), "scoring.jte", page(table, corpus, stances));
        }
    }

    private Optional<StanceFile> stances(ScoredCorpus corpus) throws IOException {
        if (!Files.isRegularFile(plan.stance())) {
            return Optional.empty();
        }
        Set<String> shown = corpus.articles().stream().map(SampledArticle::id).collect(Collectors.toSet());
        return Optional.of(StanceFile.read(plan.stance(), shown, progress));
    }

    private ScoringPage page(ScoredTable table, ScoredCorpus corpus, Optional<StanceFile> stances) {
        boolean outlets = table.has(plan.columns().outlet());
        List<FacetSection> facets = facets(corpus, outlets);
        ReportNotes notes =
                new ReportNotes(plan, table, corpus, stances, RunSummary.read(ScoringPlan.summaryOf(plan.scored())));
        return new ScoringPage(
                String.valueOf(plan.scored().getFileName()),
                notes.overview(),
                notes.notices(),
                notes.leftOut(),
                facets,
                outlets,
                stances.map(file -> StanceSection.of(file.counts(), facets, plan.seed())),
                shown(table, corpus, facets, stances.map(StanceFile::shown).orElse(Map.of()), notes),
                table.has("text") ? doubts(table, corpus, facets) : List.of(),
                new Origin(notes.facts(), codebook()));
    }

    private List<FacetSection> facets(ScoredCorpus corpus, boolean outlets) {
        List<FacetSection> sections = new ArrayList<>();
        try (Progress.Phase phase =
                progress.start("Resampling", "facets", corpus.facets().size())) {
            for (int i = 0; i < corpus.facets().size(); i++) {
                Optional<Facet> meaning = meaning(corpus.facets().get(i).name());
                sections.add(FacetSection.of(corpus, i, meaning, outlets, plan.seed()));
                phase.add(1);
            }
        }
        return sections;
    }

    private Optional<Facet> meaning(String facet) {
        return plan.model().flatMap(model -> model.codebook().facet(facet));
    }

    private static Shown shown(
            ScoredTable table,
            ScoredCorpus corpus,
            List<FacetSection> facets,
            Map<StanceFile.Place, List<StanceFile.InSentence>> stances,
            ReportNotes notes) {
        ArticleViews views = new ArticleViews(table, corpus.facets(), facets, stances);
        List<ArticleView> articles = table.has("text") && table.has("doc_id")
                ? corpus.articles().stream().map(views::of).toList()
                : List.of();
        List<String> outlets = articles.stream()
                .map(ArticleView::outlet)
                .filter(outlet -> !outlet.isEmpty())
                .distinct()
                .sorted()
                .toList();
        return new Shown(articles, notes.sampling(articles.size()), outlets);
    }

    private static List<Doubts> doubts(ScoredTable table, ScoredCorpus corpus, List<FacetSection> sections) {
        List<Doubts> doubts = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            ScoredFacet facet = corpus.facets().get(i);
            List<CodeKey> keys = sections.get(i).codes();
            List<Doubt> sentences = corpus.leastCertain().get(i).stream()
                    .map(sentence -> doubt(table, facet, keys, sentence.row()))
                    .toList();
            doubts.add(new Doubts(sections.get(i).name(), sentences));
        }
        return doubts;
    }

    private static Doubt doubt(ScoredTable table, ScoredFacet facet, List<CodeKey> keys, TableRow row) {
        String codes = facet.hasDistribution()
                ? facet.distribution(row, keys, IN_QUESTION)
                : ScoredFacet.words(table.cell(row, facet.name())) + " "
                        + Figures.percent(facet.probability(row).orElse(0));
        return new Doubt(table.cell(row, "doc_id"), table.cell(row, "text"), codes);
    }

    private List<Meaning> codebook() {
        List<Meaning> meanings = new ArrayList<>();
        plan.model().ifPresent(model -> {
            for (Facet facet : model.codebook().facets()) {
                for (Label label : facet.labels()) {
                    meanings.add(new Meaning(facet.name(), label.id(), label.name(), label.definition()));
                }
            }
        });
        return meanings;
    }
}
