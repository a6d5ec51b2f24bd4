package framing.training;

import framing.codebook.Annotation;

/**
 * A code that models which had not seen it think wrong.
 *
 * @param annotation the unit
 * @param facet the facet
 * @param given the code that a coder gave
 * @param suggested the code that the models would give
 * @param probabilityOfGiven by a model that has not seen the unit's group
 * @param probabilityOfSuggested by the same model
 */
public record Suspect(
        Annotation annotation,
        String facet,
        String given,
        String suggested,
        double probabilityOfGiven,
        double probabilityOfSuggested) {
    /** How much likelier the given code is than the suggested one; the more negative, the more suspect. */
    public double margin() {
        return probabilityOfGiven - probabilityOfSuggested;
    }
}
