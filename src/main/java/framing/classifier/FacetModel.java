package framing.classifier;

/**
 * What a model has learned of one facet.
 *
 * @param head features to logits
 * @param calibration logits to probabilities
 */
public record FacetModel(Head head, Calibration calibration) {}
