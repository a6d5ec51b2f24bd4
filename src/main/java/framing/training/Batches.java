package framing.training;

import framing.encoder.MarkedSentence;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Works through articles in batches on several threads; results come in the order of the articles. */
final class Batches {
    private Batches() {}

    /**
     * The results of all batches, one after another.
     *
     * @param articles each a list of sentences
     * @param sentences about how many are in a batch
     * @param work called from several threads at the same time
     */
    static <R> List<R> inOrder(
            List<List<MarkedSentence>> articles,
            int sentences,
            int threads,
            Function<List<List<MarkedSentence>>, List<R>> work) {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<R>>> parts = new ArrayList<>();
            for (List<List<MarkedSentence>> part : parts(articles, sentences)) {
                parts.add(workers.submit(() -> work.apply(part)));
            }
            List<R> all = new ArrayList<>();
            for (Future<List<R>> part : parts) {
                all.addAll(part.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while encoding", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Encoding failed: " + e.getCause(), e);
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<List<List<MarkedSentence>>> parts(List<List<MarkedSentence>> articles, int sentences) {
        List<List<List<MarkedSentence>>> parts = new ArrayList<>();
        int size = sentences;
        for (List<MarkedSentence> article : articles) {
            if (size >= sentences) {
                parts.add(new ArrayList<>());
                size = 0;
            }
            parts.get(parts.size() - 1).add(article);
            size += article.size();
        }
        return parts;
    }
}
