package framing.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The real encoder's upper layers against ONNX Runtime, on sentences of different length. */
class OnnxRuntimeTest {
    private static final List<String> SENTENCES = List.of(
            "query: The ministry said the talks had failed.",
            "query: Hello",
            "query: Twelve people were hurt when shells struck the market in the old town on Tuesday morning, officials"
                    + " told reporters, and the toll was expected to rise as rescuers searched the rubble.");

    @Test
    void layers_8_to_11_end_where_onnx_runtime_ends() throws Exception {
        agree(8);
    }

    @Test
    void layers_4_to_11_end_where_onnx_runtime_ends() throws Exception {
        agree(4);
    }

    private static void agree(int layer) throws Exception {
        EncoderFile file = EncoderFile.read();
        EncoderFile.States states = file.run(tokens(), layer);
        TunedLayers layers = TunedLayers.of(file.weightsFrom(layer), EncoderFile.HEADS, 0.1, 2);

        float[] ours = layers.forward(states.before()).values();

        float[] theirs = states.after().values();
        float largest = 0;
        for (int i = 0; i < theirs.length; i++) {
            largest = Math.max(largest, Math.abs(ours[i] - theirs[i]));
        }
        assertThat(largest).isCloseTo(0, within(2e-5f));
    }

    private static List<long[]> tokens() throws Exception {
        List<long[]> tokens = new ArrayList<>();
        try (InputStream file = OnnxRuntimeTest.class.getResourceAsStream("/e5-small-v2-tokenizer.json");
                HuggingFaceTokenizer tokenizer =
                        HuggingFaceTokenizer.newInstance(Objects.requireNonNull(file), Map.of("padding", "false"))) {
            for (String sentence : SENTENCES) {
                tokens.add(tokenizer.encode(sentence).getIds());
            }
        }
        assertThat(tokens.stream().map(ids -> ids.length).distinct()).hasSize(SENTENCES.size());
        return tokens;
    }
}
