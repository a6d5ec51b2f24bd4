package framing.codebook;

/**
 * A facet found in tables where some of its coded rows name a target and others do not, so that it was read as asked of
 * sentences and no target was looked at.
 *
 * @param facet its name
 * @param withTarget how many coded rows name a target
 * @param withoutTarget how many do not
 */
public record MixedFacet(String facet, long withTarget, long withoutTarget) {}
