package framing.report;

import framing.classifier.ModelCard;
import framing.codebook.Codebook;
import framing.corpus.TableReader;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a report on a scored file is to show.
 *
 * @param scored the file, as {@code framing score} wrote it
 * @param stance the file of stances; passed over where there is none by the time the page is made
 * @param output the page to write
 * @param columns where the outlet and the date of an article stand
 * @param articles how many articles to show, drawn by chance where there are more
 * @param seed of the draw and of the intervals
 * @param model what is known of the model, where its folder was given
 */
public record ReportPlan(
        Path scored, Path stance, Path output, Columns columns, int articles, long seed, Optional<KnownModel> model) {
    /** The usual seed. */
    public static final long SEED = 1;

    /** Enough to browse in, few enough for any browser. */
    public static final int ARTICLES = 200;

    public ReportPlan {
        if (!TableReader.isTable(scored)) {
            throw new IllegalArgumentException(
                    "a report is made of a table, such as scores.csv, but was asked for one of " + scored);
        }
        if (articles < 1) {
            throw new IllegalArgumentException("a report shows at least one article, but was asked for " + articles);
        }
    }

    /**
     * Columns that were carried through from the input.
     *
     * @param outlet who published the article
     * @param date when
     */
    public record Columns(String outlet, String date) {
        public static final Columns DEFAULT = new Columns("outlet", "date");
    }

    /**
     * A model whose folder is at hand.
     *
     * @param card what it is
     * @param codebook what its codes mean
     */
    public record KnownModel(ModelCard card, Codebook codebook) {}
}
