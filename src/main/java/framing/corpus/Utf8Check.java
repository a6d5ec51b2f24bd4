package framing.corpus;

import java.io.IOException;
import java.io.InputStream;

/** Counts the valid and the invalid sequences of bytes in what might be UTF-8 (RFC 3629), one byte at a time. */
final class Utf8Check {
    private long position;
    private long valid;
    private long invalid;
    private long firstInvalid = -1;
    /** How many continuation bytes the sequence under way still needs, and what the next of them may be. */
    private int missing;

    private int lowest;
    private int highest;

    void readAll(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            for (int i = 0; i < n; i++) {
                accept(buffer[i] & 0xFF);
                position++;
            }
        }
        finish();
    }

    /** Ends the text here: a sequence under way will not be completed. */
    void finish() {
        if (missing > 0) {
            countInvalid();
            missing = 0;
        }
    }

    /** Whether no sequence is invalid, or so few that the file is damaged UTF-8 rather than something else. */
    boolean isUtf8() {
        return invalid * 10 <= valid;
    }

    /** The place of the first byte that cannot be UTF-8, or -1. */
    long firstInvalid() {
        return firstInvalid;
    }

    private void accept(int b) {
        if (missing > 0) {
            if (b >= lowest && b <= highest) {
                lowest = 0x80;
                highest = 0xBF;
                missing--;
                valid += missing == 0 ? 1 : 0;
                return;
            }
            countInvalid();
            missing = 0;
        }
        if (b >= 0x80) {
            begin(b);
        }
    }

    /** Begins a sequence; the narrower bounds keep out overlong forms, surrogates and what lies above U+10FFFF. */
    private void begin(int b) {
        lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
        if (b >= 0xC2 && b <= 0xDF) {
            missing = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            missing = 2;
        } else if (b >= 0xF0 && b <= 0xF4) {
            missing = 3;
        } else {
            countInvalid();
        }
    }

    private void countInvalid() {
        invalid++;
        if (firstInvalid < 0) {
            firstInvalid = position;
        }
    }
}
