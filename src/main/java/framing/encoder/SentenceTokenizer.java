package framing.encoder;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import framing.encoder.MarkedSentence.Mark;
import framing.encoder.Window.Tokens;
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
    List<Window> windows(List<MarkedSentence> sentences) {
        return windows(sentences, reading.windowTokens());
    }

    /** The same, with a first window of no more than this many tokens. */
    List<Window> windows(List<MarkedSentence> sentences, int firstTokens) {
        List<Window> windows = new ArrayList<>();
        List<Tokenized> together = new ArrayList<>();
        int room = firstTokens;
        int length = 1;
        for (MarkedSentence sentence : sentences) {
            Tokenized tokens = tokens(sentence);
            if (!together.isEmpty() && length + tokens.ids().length - 1 > room) {
                windows.add(window(together));
                together.clear();
                length = 1;
                room = reading.windowTokens();
            }
            together.add(tokens);
            length += tokens.ids().length - 1;
        }
        if (!together.isEmpty()) {
            windows.add(window(together));
        }
        return windows;
    }

    /**
     * A sentence in word pieces.
     *
     * @param ids the start token, the sentence's tokens, the separator
     * @param marks the tokens of its marks, counted in {@code ids}
     */
    private record Tokenized(long[] ids, List<Tokens> marks) {}

    /** The sentence's tokens, cut to the encoder's limit. */
    private Tokenized tokens(MarkedSentence sentence) {
        Encoding encoding = tokenizer.encode(prefix + wellFormed(sentence.text()));
        long[] ids = encoding.getIds();
        if (ids.length > OnnxSentenceEncoder.MAXIMUM_TOKENS) {
            cut.increment();
            long separator = ids[ids.length - 1];
            ids = Arrays.copyOf(ids, OnnxSentenceEncoder.MAXIMUM_TOKENS);
            ids[ids.length - 1] = separator;
        }
        return new Tokenized(ids, marks(sentence, encoding, ids.length));
    }

    private List<Tokens> marks(MarkedSentence sentence, Encoding encoding, int length) {
        if (sentence.marks().isEmpty()) {
            return List.of();
        }
        CharSpan[] characters = encoding.getCharTokenSpans();
        List<Tokens> marks = new ArrayList<>();
        for (Mark mark : sentence.marks()) {
            // The tokenizer counts code points, and replaces none by more or fewer than one.
            int start = prefix.length() + sentence.text().codePointCount(0, mark.start());
            int end = start + sentence.text().codePointCount(mark.start(), mark.end());
            marks.add(covering(characters, start, end, length));
        }
        return marks;
    }

    /** The tokens that hold characters of a stretch; all of the sentence when it lies beyond the cut. */
    private static Tokens covering(CharSpan[] characters, int start, int end, int length) {
        int first = length;
        int last = -1;
        for (int token = 1; token < length - 1; token++) {
            CharSpan span = characters[token];
            if (span != null && span.getStart() < end && span.getEnd() > start) {
                first = Math.min(first, token);
                last = token;
            }
        }
        return last < 0 ? new Tokens(1, length) : new Tokens(first, last + 1);
    }

    /** How many sentences were cut so far. */
    long cut() {
        return cut.sum();
    }

    private static Window window(List<Tokenized> sentences) {
        int length = 1;
        for (Tokenized sentence : sentences) {
            length += sentence.ids().length - 1;
        }
        long[] tokens = new long[length];
        List<Tokens> own = new ArrayList<>();
        List<List<Tokens>> marks = new ArrayList<>();
        tokens[0] = sentences.get(0).ids()[0];
        int at = 1;
        for (Tokenized sentence : sentences) {
            int shift = at - 1;
            int count = sentence.ids().length - 1;
            System.arraycopy(sentence.ids(), 1, tokens, at, count);
            own.add(new Tokens(own.isEmpty() ? 0 : at, at + count));
            marks.add(sentence.marks().stream().map(mark -> mark.moved(shift)).toList());
            at += count;
        }
        return new Window(tokens, List.copyOf(own), List.copyOf(marks));
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
