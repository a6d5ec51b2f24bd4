package framing.scoring;

import framing.classifier.MarkedPrediction;
import framing.codebook.Mention;
import framing.corpus.Article;
import java.util.List;

/**
 * An article and what is said of it.
 *
 * @param article the article
 * @param sketch what its words come to, for finding articles that are nearly the same; empty where nobody asks
 * @param mentions for each sentence the targets that it mentions
 * @param predictions one for each sentence
 */
record ScoredArticle(
        Article article, StorySketch sketch, List<List<Mention>> mentions, List<MarkedPrediction> predictions) {}
