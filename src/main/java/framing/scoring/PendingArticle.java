package framing.scoring;

import framing.corpus.Article;
import java.util.function.Supplier;

/**
 * An article as it was read, which a worker has yet to split.
 *
 * @param characters how long it is
 * @param article makes the article, as often as it is asked, by any thread
 */
record PendingArticle(int characters, Supplier<Article> article) {}
