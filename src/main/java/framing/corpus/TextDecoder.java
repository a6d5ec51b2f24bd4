package framing.corpus;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out how a file's characters are encoded, and decodes them. A byte order mark decides and is removed; without one
 * a file that is valid UTF-8 is UTF-8, and so is one with much valid and little broken UTF-8; anything else is guessed
 * from a sample. Bytes that mean nothing in the charset become U+FFFD: a damaged character is no reason to lose a text.
 */
final class TextDecoder {
    private static final int SAMPLE = 1 << 16;
    /** Below this the detector's answer, from 0 to 100, is no better than chance. */
    private static final int LEAST_CONFIDENCE = 15;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    /** In {@code <meta charset="x">} and {@code <meta http-equiv=... content="text/html; charset=x">}. */
    private static final Pattern DECLARED = Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w.:-]+)");
    /** The longer marks first, for that of UTF-32LE begins with that of UTF-16LE. */
    private static final List<Mark> MARKS = List.of(
            new Mark(Charset.forName("UTF-32LE"), 0xFF, 0xFE, 0, 0),
            new Mark(Charset.forName("UTF-32BE"), 0, 0, 0xFE, 0xFF),
            new Mark(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
            new Mark(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
            new Mark(StandardCharsets.UTF_16BE, 0xFE, 0xFF));

    private final InputFile file;
    private final Charset charset;
    private final int markLength;

    private TextDecoder(InputFile file, Charset charset, int markLength) {
        this.file = file;
        this.charset = charset;
        this.markLength = markLength;
    }

    /** Looks at the file, all of it where it has no mark; memory stays flat. */
    static TextDecoder of(InputFile file) throws IOException {
        byte[] head = sample(file, 0);
        for (Mark mark : MARKS) {
            if (mark.begins(head)) {
                return new TextDecoder(file, mark.charset, mark.bytes.length);
            }
        }
        return new TextDecoder(file, unmarked(file, head), 0);
    }

    /**
     * Looks at an HTML page, which may tell its charset itself; that counts where it is not UTF-8 by its bytes.
     */
    static TextDecoder ofPage(InputFile file) throws IOException {
        TextDecoder decoder = of(file);
        if (decoder.markLength > 0 || decoder.charset.equals(StandardCharsets.UTF_8)) {
            return decoder;
        }
        Matcher declared = DECLARED.matcher(new String(sample(file, 0), StandardCharsets.ISO_8859_1));
        boolean known = declared.find() && isSupported(declared.group(1));
        return known ? new TextDecoder(file, Charset.forName(declared.group(1)), 0) : decoder;
    }

    private static boolean isSupported(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    Charset charset() {
        return charset;
    }

    /** The file's characters, from the first after the mark. Whoever opens the reader closes it. */
    Reader open() throws IOException {
        InputStream in = file.open();
        in.skipNBytes(markLength);
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private static Charset unmarked(InputFile file, byte[] head) throws IOException {
        if (looksLikeUtf16(head, 1)) {
            return StandardCharsets.UTF_16LE;
        }
        if (looksLikeUtf16(head, 0)) {
            return StandardCharsets.UTF_16BE;
        }
        Utf8Check check = new Utf8Check();
        try (InputStream in = file.open()) {
            check.readAll(in);
        } catch (DamagedInputException e) {
            check.finish(); // what stands before the damage decides
        }
        return check.isUtf8() ? StandardCharsets.UTF_8 : detect(sample(file, check.firstInvalid() - SAMPLE / 2));
    }

    /** Whether every other byte is often zero, from {@code first} on, and the bytes between hardly ever. */
    private static boolean looksLikeUtf16(byte[] head, int first) {
        int zeros = 0;
        int others = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                if (i % 2 == first) {
                    zeros++;
                } else {
                    others++;
                }
            }
        }
        return zeros >= 4 && zeros * 20L > head.length && zeros > others * 10L;
    }

    private static Charset detect(byte[] sample) {
        CharsetMatch match = new CharsetDetector().setText(sample).detect();
        if (match == null || match.getConfidence() < LEAST_CONFIDENCE || !Charset.isSupported(match.getName())) {
            return WINDOWS_1252;
        }
        Charset charset = Charset.forName(match.getName());
        boolean narrower = charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.UTF_8);
        return narrower ? WINDOWS_1252 : charset;
    }

    /** Some bytes of the file; fewer where it ends or is damaged. */
    private static byte[] sample(InputFile file, long from) throws IOException {
        byte[] sample = new byte[SAMPLE];
        int length = 0;
        try (InputStream in = file.open()) {
            in.skipNBytes(Math.max(0, from));
            for (int n = 0; n >= 0 && length < SAMPLE; n = in.read(sample, length, SAMPLE - length)) {
                length += n;
            }
        } catch (DamagedInputException e) {
            if (length == 0) {
                throw e;
            }
        }
        return Arrays.copyOf(sample, length);
    }

    private static final class Mark {
        private final Charset charset;
        private final byte[] bytes;

        Mark(Charset charset, int... bytes) {
            this.charset = charset;
            this.bytes = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                this.bytes[i] = (byte) bytes[i];
            }
        }

        boolean begins(byte[] head) {
            return head.length >= bytes.length && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
        }
    }
}
