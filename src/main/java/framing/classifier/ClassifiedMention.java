package framing.classifier;

import framing.codebook.Mention;
import framing.codebook.Prediction;

/**
 * A target that a sentence of an article mentions, and what a model says about it.
 *
 * @param sentence the unit that mentions it, whose facets tell who holds the stance
 * @param mention the target, and where it stands in the sentence
 * @param prediction of the facets per target
 */
public record ClassifiedMention(ClassifiedSentence sentence, Mention mention, Prediction prediction) {}
