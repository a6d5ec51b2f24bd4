package framing.codebook;

import framing.corpus.Span;

/**
 * Words of a sentence that name a target.
 *
 * @param target whom they name
 * @param span where they stand in the sentence's text
 */
public record Mention(Target target, Span span) {}
