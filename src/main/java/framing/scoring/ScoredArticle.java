package framing.scoring;

import framing.codebook.Prediction;
import framing.corpus.Article;
import java.util.List;

/**
 * An article and what the model says of each of its sentences.
 *
 * @param article the article
 * @param predictions one for each sentence
 */
record ScoredArticle(Article article, List<Prediction> predictions) {}
