package framing.scoring;

import framing.codebook.Prediction;
import framing.corpus.Article;
import java.util.List;

/**
 * An article and what is said of it.
 *
 * @param article the article
 * @param sketch what its words come to, for finding articles that are nearly the same; empty where nobody asks
 * @param predictions one for each sentence
 */
record ScoredArticle(Article article, StorySketch sketch, List<Prediction> predictions) {}
