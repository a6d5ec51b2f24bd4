package framing.scoring;

import org.jspecify.annotations.Nullable;

/**
 * How often one code was given about a target by one kind of holder: an uncorrected count of a model's labels.
 *
 * @param target the target's id
 * @param holder the code of those who hold it; the empty string where the codebook names no holders
 * @param facet the facet
 * @param code the code
 * @param count mentions with this code
 * @param share among the holder's mentions of the target
 * @param low lower end of the share's 95 % interval, by bootstrap over documents; null where the mentions are from so few
 *     documents that they do not tell how documents differ, and where the share is 0 or 1, of which resamples say nothing
 * @param high upper end
 */
public record TargetShare(
        String target,
        String holder,
        String facet,
        String code,
        long count,
        double share,
        @Nullable Double low,
        @Nullable Double high) {}
