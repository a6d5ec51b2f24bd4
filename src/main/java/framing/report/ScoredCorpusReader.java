package framing.report;

import framing.Progress;
import framing.UserFacingException;
import framing.corpus.Role;
import framing.corpus.TableRow;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Reads a scored file once, row by row. The rows of an article must stand together, as they are written; where no column
 * says which rows belong together, each row is an article of its own.
 */
final class ScoredCorpusReader {
    private static final int LEAST_CERTAIN = 12;

    private final ScoredTable table;
    private final ReportPlan plan;
    private final List<ScoredFacet> facets;
    private final Map<String, Integer> outlets = new LinkedHashMap<>();
    private final Map<String, Long> models = new LinkedHashMap<>();
    private final List<DocumentTally> documents = new ArrayList<>();
    private final List<LeastCertain> leastCertain = new ArrayList<>();
    private final ArticleSample sample;
    private @Nullable OpenDocument open;
    private long sentences;
    private long boilerplate;
    private long undated;
    private long unreadableDates;
    private Optional<String> unreadableDate = Optional.empty();

    private ScoredCorpusReader(ScoredTable table, ReportPlan plan) {
        this.table = table;
        this.plan = plan;
        this.facets = ScoredFacet.in(table.columns());
        this.sample = new ArticleSample(plan.articles(), plan.seed());
        facets.forEach(facet -> leastCertain.add(new LeastCertain(LEAST_CERTAIN)));
    }

    /** Reads the plan's file to its end. */
    static ScoredCorpus read(ScoredTable table, ReportPlan plan, Progress progress) throws IOException {
        ScoredCorpusReader reader = new ScoredCorpusReader(table, plan);
        reader.requireFacets();
        try (Progress.Phase phase = progress.start("Reading", "sentences", -1)) {
            for (TableRow row = table.next(); row != null; row = table.next()) {
                reader.add(row);
                phase.add(1);
            }
        }
        return reader.finish();
    }

    private void requireFacets() {
        if (facets.isEmpty()) {
            throw new UserFacingException(
                    "No column of codes in " + plan.scored() + " (found: " + String.join(", ", table.columns()) + ").",
                    "Give a file that framing score wrote: a facet is a column NAME beside a column NAME_probability.");
        }
    }

    private void add(TableRow row) {
        OpenDocument document = documentOf(row);
        sentences++;
        models.merge(table.cell(row, "model"), 1L, Long::sum);
        if (document.shown) {
            document.article.add(row);
        }
        if (table.cell(row, "role").equals(Role.BOILERPLATE.id())) {
            boilerplate++;
            return;
        }
        for (int facet = 0; facet < facets.size(); facet++) {
            document.count(facet, facets.get(facet).code(row));
            OptionalDouble probability = facets.get(facet).probability(row);
            if (probability.isPresent()) {
                leastCertain.get(facet).offer(probability.getAsDouble(), row);
            }
        }
    }

    private OpenDocument documentOf(TableRow row) {
        String id = table.has("doc_id") ? table.cell(row, "doc_id") : "row " + (sentences + 1);
        if (open != null && open.article.id().equals(id)) {
            return open;
        }
        closeDocument();
        String outlet = table.cell(row, plan.columns().outlet()).strip();
        String date = table.cell(row, plan.columns().date()).strip();
        SampledArticle article = new SampledArticle(documents.size(), id, outlet, date);
        int place = outlets.computeIfAbsent(outlet, added -> outlets.size());
        open = new OpenDocument(article, sample.offer(article), place, day(date));
        return open;
    }

    private long day(String date) {
        if (date.isEmpty()) {
            undated++;
            return DocumentTally.NO_DAY;
        }
        Optional<LocalDate> day = PublicationDate.read(date);
        if (day.isEmpty()) {
            unreadableDates++;
            unreadableDate = unreadableDate.or(() -> Optional.of(date));
        }
        return day.map(LocalDate::toEpochDay).orElse(DocumentTally.NO_DAY);
    }

    private void closeDocument() {
        if (open != null) {
            documents.add(open.tally());
        }
    }

    private ScoredCorpus finish() {
        closeDocument();
        return new ScoredCorpus(
                facets,
                List.copyOf(outlets.keySet()),
                documents,
                new ScoredCorpus.Totals(
                        sentences,
                        boilerplate,
                        table.rejected(),
                        models,
                        new ScoredCorpus.Dates(undated, unreadableDates, unreadableDate)),
                sample.articles(),
                leastCertain.stream().map(LeastCertain::sentences).toList());
    }

    /** The article whose rows are being read. */
    private final class OpenDocument {
        private final SampledArticle article;
        private final boolean shown;
        private final int outlet;
        private final long day;
        private final int[][] counts = new int[facets.size()][];

        OpenDocument(SampledArticle article, boolean shown, int outlet, long day) {
            this.article = article;
            this.shown = shown;
            this.outlet = outlet;
            this.day = day;
            for (int facet = 0; facet < counts.length; facet++) {
                counts[facet] = new int[facets.get(facet).codes().size()];
            }
        }

        void count(int facet, int code) {
            if (code == ScoredFacet.NO_CODE) {
                return;
            }
            if (code >= counts[facet].length) {
                counts[facet] = Arrays.copyOf(counts[facet], code + 1);
            }
            counts[facet][code]++;
        }

        DocumentTally tally() {
            return new DocumentTally(outlet, day, counts);
        }
    }
}
