package framing.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextDecoderTest {
    private static final String ENGLISH =
            "The minister said on Tuesday that the “truce” would hold – for now – at the café near the old bridge.\n";
    private static final String ARABIC =
            "قال الوزير يوم الثلاثاء إن الهدنة سوف تستمر في المدينة وإن القوات لن تغادر الجسر القديم قبل نهاية الأسبوع.\n";

    @TempDir
    Path folder;

    private String decoded(byte[] bytes, String expectedCharset) throws IOException {
        TextDecoder decoder = TextDecoder.of(InputFile.of(Files.write(folder.resolve("a.txt"), bytes)));
        assertThat(decoder.charset()).isEqualTo(Charset.forName(expectedCharset));
        StringWriter text = new StringWriter();
        try (Reader reader = decoder.open()) {
            reader.transferTo(text);
        }
        return text.toString();
    }

    private void assertRoundTrip(String text, String written, String found) throws IOException {
        assertThat(decoded(text.getBytes(Charset.forName(written)), found)).isEqualTo(text);
    }

    @Test
    void a_byte_order_mark_decides_and_is_removed() throws IOException {
        for (String charset : new String[] {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
            byte[] marked = ("\uFEFF" + ENGLISH).getBytes(Charset.forName(charset));
            assertThat(decoded(marked, charset)).isEqualTo(ENGLISH);
        }
    }

    @Test
    void valid_utf_8_is_utf_8() throws IOException {
        assertRoundTrip(ENGLISH + ARABIC + "🚚", "UTF-8", "UTF-8");
        assertRoundTrip("plain", "UTF-8", "UTF-8");
        assertRoundTrip("", "UTF-8", "UTF-8");
    }

    @Test
    void single_byte_charsets_are_told_apart_by_their_letters() throws IOException {
        assertRoundTrip(ENGLISH, "windows-1252", "windows-1252");
        assertRoundTrip(ARABIC.repeat(3), "windows-1256", "windows-1256");
    }

    @Test
    void utf_16_without_a_mark_is_found_out() throws IOException {
        assertRoundTrip(ENGLISH, "UTF-16LE", "UTF-16LE");
        assertRoundTrip(ENGLISH, "UTF-16BE", "UTF-16BE");
        assertRoundTrip(ARABIC, "UTF-16LE", "UTF-16LE");
    }

    @Test
    void a_letter_far_down_the_file_counts_as_well() throws IOException {
        assertRoundTrip("The road is open. ".repeat(20_000) + ENGLISH, "windows-1252", "windows-1252");
    }

    @Test
    void a_single_nul_does_not_make_a_file_utf_16() throws IOException {
        assertRoundTrip("id,text\n1,a\0b\n", "UTF-8", "UTF-8");
    }

    @Test
    void damaged_utf_8_stays_utf_8_with_its_damage_marked() throws IOException {
        byte[] bytes = (ARABIC + "x").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xFF;

        assertThat(decoded(bytes, "UTF-8")).isEqualTo(ARABIC + "\uFFFD");
    }

    @Test
    void overlong_forms_and_surrogates_are_not_utf_8() throws IOException {
        for (int[] sequence : new int[][] {{0xC0, 0x80}, {0xE0, 0x80, 0x80}, {0xED, 0xA0, 0x80}, {0xF5, 0x80}}) {
            byte[] bytes = new byte[sequence.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) sequence[i];
            }
            Utf8Check check = new Utf8Check();
            check.readAll(new java.io.ByteArrayInputStream(bytes));
            assertThat(check.isUtf8()).isFalse();
        }
    }
}
