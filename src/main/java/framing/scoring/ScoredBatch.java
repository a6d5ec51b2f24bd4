package framing.scoring;

import framing.corpus.Row;
import java.util.List;

/**
 * Some consecutive rows of the input, done.
 *
 * @param articles those that could be read, in order
 * @param rejected those that could not
 * @param rows how many rows of the input they are together
 */
record ScoredBatch(List<ScoredArticle> articles, List<Row.Rejected<?>> rejected, long rows) {}
