package framing.training;

import framing.Progress;
import framing.encoder.SentenceEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Encodes all articles of a training set, on several threads. */
final class ArticleEncoding {
    private static final int SENTENCES_AT_A_TIME = 256;

    private ArticleEncoding() {}

    /** The vectors of each article's sentences, in order. */
    static List<float[][]> encode(
            SentenceEncoder encoder, List<List<String>> articles, int threads, Progress progress) {
        long sentences = articles.stream().mapToLong(List::size).sum();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try (Progress.Phase phase = progress.start("Encoding", "sentences", sentences)) {
            List<Future<List<float[][]>>> parts = new ArrayList<>();
            for (List<List<String>> part : parts(articles)) {
                parts.add(workers.submit(() -> {
                    List<float[][]> vectors = encoder.encode(part);
                    phase.add(part.stream().mapToLong(List::size).sum());
                    return vectors;
                }));
            }
            List<float[][]> all = new ArrayList<>();
            for (Future<List<float[][]>> part : parts) {
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

    private static List<List<List<String>>> parts(List<List<String>> articles) {
        List<List<List<String>>> parts = new ArrayList<>();
        int size = SENTENCES_AT_A_TIME;
        for (List<String> article : articles) {
            if (size >= SENTENCES_AT_A_TIME) {
                parts.add(new ArrayList<>());
                size = 0;
            }
            parts.get(parts.size() - 1).add(article);
            size += article.size();
        }
        return parts;
    }
}
