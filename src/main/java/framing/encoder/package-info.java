/**
 * Text to vectors: the pretrained sentence encoder, how it reads an article, and a cache of what it has read. The only
 * package that knows ONNX Runtime and the tokenizer; it does not know documents. Start at {@link
 * framing.encoder.SentenceEncoder}.
 */
@NullMarked
package framing.encoder;

import org.jspecify.annotations.NullMarked;
