package framing.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How far coders agree about one facet, be they people or a model.
 *
 * <p>Krippendorff's alpha for nominal data is 1 - D_o / D_e, observed over expected disagreement. With o_ck the
 * coincidences of labels c and k, n_c their margins and n the number of codes, it equals 1 - (n - 1) S / T, where S is the
 * sum of o_ck and T that of n_c n_k over all c other than k (Krippendorff 2011, Computing Krippendorff's
 * alpha-reliability). One is perfect agreement, zero that of chance. Any number of coders may have coded a unit; units
 * with fewer than two codes do not count. Alpha is undefined, and empty, when every code is the same label or no unit has
 * two codes: where nothing varies, nothing shows that coders can tell labels apart.
 *
 * @param units the number of units with at least two codes
 * @param documents the number of documents they come from
 * @param observed 1 - D_o, the share of pairs of codes that agree; with two coders, of units they agree on
 * @param alpha Krippendorff's alpha over all labels
 * @param labels the agreement about each label, in the facet's order
 */
public record Agreement(int units, int documents, Estimate observed, Estimate alpha, List<LabelAgreement> labels) {

    public Agreement {
        labels = List.copyOf(labels);
    }

    /**
     * The agreement about one label.
     *
     * @param label the label's id
     * @param given how many codes it is, among units with at least two
     * @param alpha Krippendorff's alpha with all other labels taken as one; undefined when every code or none is this label
     */
    public record LabelAgreement(String label, int given, Estimate alpha) {}

    /** The agreement with intervals from {@link Bootstrap#RESAMPLES} resamples. */
    public static Agreement of(List<String> labels, List<CodedUnit> units, long seed) {
        return of(labels, units, seed, Bootstrap.RESAMPLES);
    }

    /**
     * The agreement about units coded with these labels.
     *
     * @param labels the ids of the facet's labels, in its order
     * @param units what the coders said; units with fewer than two codes may be among them
     * @param seed for the resampling of documents
     * @param resamples how often to resample them
     */
    public static Agreement of(List<String> labels, List<CodedUnit> units, long seed, int resamples) {
        DocumentCounts cells = Coincidences.cells(units, labels.size());
        var bootstrap = Bootstrap.ofDocuments(cells, Coincidences::ofCells, seed, resamples);
        return new Agreement(
                (int) units.stream().filter(CodedUnit::pairable).count(),
                cells.documents(),
                bootstrap.estimate(Coincidences::observedAgreement),
                bootstrap.estimate(Coincidences::alpha),
                IntStream.range(0, labels.size())
                        .mapToObj(label -> new LabelAgreement(
                                labels.get(label),
                                bootstrap.sample().given(label),
                                bootstrap.estimate(sample -> sample.alpha(label))))
                        .toList());
    }
}
