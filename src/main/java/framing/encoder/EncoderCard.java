package framing.encoder;

import java.util.List;

/**
 * Which encoder it is, and how it is read. Two encoders with equal cards return equal vectors.
 *
 * @param id the encoder's name
 * @param sha256 SHA-256 of its ONNX file, in hexadecimal
 * @param tokenizerSha256 SHA-256 of its tokenizer file, in hexadecimal
 * @param prefix what is put before each text
 * @param layers the layers whose outputs are pooled and concatenated, counted from 1
 * @param layerWidth numbers in the output of one layer
 * @param reading how the sentences of an article are put before the encoder
 */
public record EncoderCard(
        String id,
        String sha256,
        String tokenizerSha256,
        String prefix,
        List<Integer> layers,
        int layerWidth,
        Reading reading) {
    public EncoderCard {
        layers = List.copyOf(layers);
        if (layers.isEmpty() || layerWidth < 1) {
            throw new IllegalArgumentException("An encoder needs at least one layer and a width, but had layers "
                    + layers + " and width " + layerWidth);
        }
    }

    /** Numbers in the vector of one sentence. */
    public int width() {
        return layers.size() * layerWidth;
    }
}
