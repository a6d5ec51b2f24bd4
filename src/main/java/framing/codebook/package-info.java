/**
 * What may be said about a unit of text, and what was said: codebooks with their facets and labels, the annotations of
 * human coders, the predictions of a model, and the split of annotated documents into training, development and test.
 */
@NullMarked
package framing.codebook;

import org.jspecify.annotations.NullMarked;
