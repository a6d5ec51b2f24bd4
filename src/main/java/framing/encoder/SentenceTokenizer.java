package framing.encoder;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Cuts the sentences of an article into word pieces and lays them into windows. Threads may share one. */
final class SentenceTokenizer implements AutoCloseable {
    /** No sentence that fits the encoder is longer; what lies beyond would be cut anyway. */
    private static final int MAXIMUM_CHARACTERS = 16_384;

    private final HuggingFaceTokenizer tokenizer;
    private final String prefix;
    private final Reading reading;
    private final LongAdder cut = new LongAdder();

    SentenceTokenizer(ByteBuffer definition, String prefix, Reading reading) {
        // The library would otherwise look for its natives and report its use over the network.
        System.setProperty("ai.djl.offline", "true");
        byte[] content = new byte[definition.remaining()];
        definition.duplicate().get(content);
        try {
            this.tokenizer = HuggingFaceTokenizer.newInstance(
                    new ByteArrayInputStream(content), Map.of("truncation", "false", "padding", "false"));
        } catch (IOException e) {
            throw new UncheckedIOException("The tokenizer's definition could not be read", e);
        }
        this.prefix = prefix;
        this.reading = reading;
    }

    static ByteBuffer definition() {
        return EncoderFile.resource("/e5-small-v2-tokenizer.json");
    }

    /** The windows of an article, in order: whole sentences while they fit, a longer sentence alone and cut. */
    List<Window> windows(List<String> sentences) {
        return windows(sentences, reading.windowTokens());
    }

    /** The same, with a first window of no more than this many tokens. */
    List<Window> windows(List<String> sentences, int firstTokens) {
        List<Window> windows = new ArrayList<>();
        List<long[]> together = new ArrayList<>();
        int room = firstTokens;
        int length = 1;
        for (String sentence : sentences) {
            long[] tokens = tokens(sentence);
            if (!together.isEmpty() && length + tokens.length - 1 > room) {
                windows.add(window(together));
                together.clear();
                length = 1;
                room = reading.windowTokens();
            }
            together.add(tokens);
            length += tokens.length - 1;
        }
        if (!together.isEmpty()) {
            windows.add(window(together));
        }
        return windows;
    }

    /** The sentence's tokens with the start token before and the separator after them, cut to the encoder's limit. */
    private long[] tokens(String sentence) {
        long[] ids = tokenizer.encode(prefix + wellFormed(sentence)).getIds();
        if (ids.length <= OnnxSentenceEncoder.MAXIMUM_TOKENS) {
            return ids;
        }
        cut.increment();
        long separator = ids[ids.length - 1];
        long[] cut = Arrays.copyOf(ids, OnnxSentenceEncoder.MAXIMUM_TOKENS);
        cut[cut.length - 1] = separator;
        return cut;
    }

    /** How many sentences were cut so far. */
    long cut() {
        return cut.sum();
    }

    private static Window window(List<long[]> sentences) {
        int length = 1;
        for (long[] sentence : sentences) {
            length += sentence.length - 1;
        }
        long[] tokens = new long[length];
        int[] ends = new int[sentences.size()];
        tokens[0] = sentences.get(0)[0];
        int at = 1;
        for (int i = 0; i < ends.length; i++) {
            long[] sentence = sentences.get(i);
            System.arraycopy(sentence, 1, tokens, at, sentence.length - 1);
            at += sentence.length - 1;
            ends[i] = at;
        }
        return new Window(tokens, ends);
    }

    /** The text, cut to a bearable length, with half surrogate pairs and NULs replaced: native code takes neither. */
    private static String wellFormed(String text) {
        String bounded = text.length() <= MAXIMUM_CHARACTERS ? text : text.substring(0, MAXIMUM_CHARACTERS);
        StringBuilder clean = new StringBuilder(bounded.length());
        bounded.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xFFFD : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
