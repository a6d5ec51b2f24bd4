package framing.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * A page in one file. Style and script stand in it, and its policy names their hashes, so that a browser runs nothing else
 * that might have come in with a text, and loads nothing from anywhere (Content Security Policy Level 3, section 8.4).
 * Templates escape every value that they are given.
 */
public final class HtmlPage {
    private static final String STYLE = resource("page.css");
    private static final String SCRIPT = resource("page.js");
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlPage.class.getClassLoader());

    private HtmlPage() {}

    /** The style of every page. */
    public static String style() {
        return STYLE;
    }

    /** The script of every page; without it a page shows everything and filters nothing. */
    public static String script() {
        return SCRIPT;
    }

    /** What a browser may run and load: this style and this script. */
    public static String policy() {
        return "default-src 'none'; style-src " + hash(STYLE) + "; script-src " + hash(SCRIPT)
                + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    /** Writes a page; it appears under its name when it is whole. */
    static void write(Path file, String template, Object page) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            // Unlike Files.newBufferedWriter, this writes half of a surrogate pair as a question mark and goes on.
            try (Writer out = new BufferedWriter(
                    new OutputStreamWriter(Files.newOutputStream(unfinished), StandardCharsets.UTF_8))) {
                TEMPLATES.render(template, page, new WriterOutput(out));
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(name), name)) {
            // A browser hashes the text with line feeds alone, whatever the checkout made of them.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
