package framing.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one reading of a scored file leaves: counts over all of it, and a few of its articles and sentences.
 *
 * @param facets what was coded, in the order of the file
 * @param outlets who published the articles, in the order of their first; the empty name stands for none given
 * @param documents counts of every article
 * @param totals of the whole file
 * @param articles those to show
 * @param leastCertain for each facet
 */
record ScoredCorpus(
        List<ScoredFacet> facets,
        List<String> outlets,
        List<DocumentTally> documents,
        Totals totals,
        List<SampledArticle> articles,
        List<List<LeastCertain.Sentence>> leastCertain) {
    ScoredCorpus {
        facets = List.copyOf(facets);
        outlets = List.copyOf(outlets);
        documents = List.copyOf(documents);
        articles = List.copyOf(articles);
        leastCertain = List.copyOf(leastCertain);
    }

    /**
     * Counts of the whole file.
     *
     * @param sentences rows that were read
     * @param boilerplate those of them that are no part of an article's text and are not counted
     * @param rejected rows that could not be read
     * @param models how many sentences each model labelled, the empty name where the file does not say
     * @param dates how the dates could be read
     */
    record Totals(long sentences, long boilerplate, long rejected, Map<String, Long> models, Dates dates) {
        Totals {
            models = Map.copyOf(models);
        }
    }

    /**
     * How the dates of articles could be read.
     *
     * @param none articles without a date
     * @param unreadable articles whose date names no day
     * @param example the first of those
     */
    record Dates(long none, long unreadable, Optional<String> example) {}

    /** The first and the last day, where any article has one. */
    Optional<List<LocalDate>> span() {
        var days = documents.stream()
                .filter(DocumentTally::isDated)
                .mapToLong(DocumentTally::day)
                .summaryStatistics();
        return days.getCount() == 0
                ? Optional.empty()
                : Optional.of(List.of(LocalDate.ofEpochDay(days.getMin()), LocalDate.ofEpochDay(days.getMax())));
    }
}
