package framing.classifier;

import framing.codebook.Prediction;
import framing.corpus.Sentence;

/**
 * A sentence of an article and what a model says about it.
 *
 * @param sentence the unit, with its place in the article
 * @param prediction the probability of each label
 */
public record ClassifiedSentence(Sentence sentence, Prediction prediction) {}
