package framing.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import framing.UserFacingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives, whole and hostile. */
class ArchiveTest {
    private static final long FREE = 64L << 20;

    @TempDir
    Path folder;

    private Path zip(String name, Map<String, byte[]> members) throws IOException {
        return zip(name, members, StandardCharsets.UTF_8);
    }

    private Path zip(String name, Map<String, byte[]> members, Charset names) throws IOException {
        Path archive = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive), names)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                out.putNextEntry(new ZipEntry(member.getKey()));
                out.write(member.getValue());
            }
        }
        return archive;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzipped(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private List<String> rows(Path... inputs) throws IOException {
        List<String> told = new ArrayList<>();
        try (RowSource<Document> rows = CorpusReader.of(inputs).documents()) {
            rows.forEachRemaining(row -> {
                if (row instanceof Row.Read<Document> read) {
                    told.add(read.value().id());
                } else if (row instanceof Row.Rejected<Document> rejected) {
                    told.add(rejected.source().substring(folder.toString().length() + 1) + ":" + rejected.line() + ": "
                            + rejected.reason());
                }
            });
        }
        return told;
    }

    @Test
    void the_members_of_an_archive_are_read_each_by_its_own_ending() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("z.csv", bytes("id,text\nz1,Cars cross.\n"));
        members.put("a/b.txt", bytes("Ford reopened\n\nCars cross."));
        members.put("a/c.jsonl.gz", gzipped(bytes("{\"id\":\"c1\",\"text\":\"Rain.\"}\n{\"text\":\"Snow.\"}\n")));
        members.put("a/read-me.docx", bytes("not read"));
        members.put("__MACOSX/a/._b.txt", bytes("not read"));
        members.put(".hidden.txt", bytes("not read"));
        Path archive = zip("corpus.zip", members);

        assertThat(rows(archive)).containsExactly("a/b.txt", "c1", "a/c.jsonl.gz:2", "z1");
        assertThat(rows(folder)).containsExactly("corpus.zip/a/b.txt", "c1", "corpus.zip/a/c.jsonl.gz:2", "z1");
        assertThat(CorpusReader.of(archive).files()).isEqualTo(3);
        assertThat(CorpusReader.of(archive).reads(archive)).isTrue();
    }

    @Test
    void a_member_whose_path_climbs_out_is_rejected_and_nothing_is_written_anywhere() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (String path : List.of("../climbs.txt", "a/../../b.txt", "/root.txt", "C:/drive.txt", "..\\back.txt")) {
            members.put(path, bytes("Text."));
        }
        members.put("kept.txt", bytes("Text."));
        Path archive = zip("corpus.zip", members);

        assertThat(rows(folder))
                .containsExactlyInAnyOrder(
                        "corpus.zip/../climbs.txt:1: its path leads out of the archive, so it was not read",
                        "corpus.zip/a/../../b.txt:1: its path leads out of the archive, so it was not read",
                        "corpus.zip//root.txt:1: its path leads out of the archive, so it was not read",
                        "corpus.zip/C:/drive.txt:1: its path leads out of the archive, so it was not read",
                        "corpus.zip/..\\back.txt:1: its path leads out of the archive, so it was not read",
                        "corpus.zip/kept.txt");
        assertThat(CorpusReader.of(archive).survey().rejected()).isEqualTo(5);
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void an_archive_that_expands_without_end_is_refused_alone_and_rejected_among_others() throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("a.csv"));
            for (long i = 0; i < 3 * FREE; i += zeros.length) {
                out.write(zeros);
            }
        }
        Files.writeString(folder.resolve("kept.txt"), "Text.");

        assertThat(Files.size(bomb)).isLessThan(300_000);
        assertThatThrownBy(() -> CorpusReader.of(bomb))
                .isInstanceOf(UserFacingException.class)
                .hasMessage(bomb + " cannot be read: the archive expands to more than 200 times its size, as no text"
                        + " does, and is not read.");
        assertThat(rows(folder))
                .containsExactly(
                        "bomb.zip:1: the archive expands to more than 200 times its size, as no text does, and is not"
                                + " read",
                        "kept.txt");
    }

    @Test
    void a_member_that_lies_about_its_size_is_not_read_beyond_it() throws IOException {
        Path archive = zip("a.zip", Map.of("a.txt", bytes("Cars cross the river again. ".repeat(100))));
        byte[] bytes = Files.readAllBytes(archive);
        int directory = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
        bytes[directory + 24] = 100; // the size after expanding, its lowest byte
        bytes[directory + 25] = 0;
        Files.write(archive, bytes);

        assertThat(rows(archive)).singleElement().asString().startsWith("a.zip/a.txt:1: the file expands to more than");
    }

    @Test
    void a_compressed_file_that_expands_without_end_is_read_up_to_the_bound() throws IOException {
        Path bomb = folder.resolve("bomb.csv.gz");
        byte[] blanks = bytes(" ".repeat((1 << 20) - 1) + "\n");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            out.write(bytes("id,text\n1,Cars cross.\n"));
            for (long i = 0; i < 3 * FREE; i += blanks.length) {
                out.write(blanks);
            }
        }
        Files.writeString(folder.resolve("kept.txt"), "Text.");

        assertThat(rows(folder)).hasSize(3).startsWith("1").endsWith("kept.txt");
        assertThat(rows(folder).get(1))
                .matches("bomb.csv.gz:\\d+: the file expands to more than 200 times its size, as no text does, and is"
                        + " not read further");
    }

    @Test
    void text_that_repeats_much_is_no_bomb() throws IOException {
        Path file = folder.resolve("a.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(bytes("id,text\n"));
            for (int i = 0; i < 300_000; i++) {
                out.write(bytes(i + "," + "The ministry denied the report on Monday. ".repeat(6) + "\n"));
            }
        }

        CorpusSurvey survey = CorpusReader.of(file).survey();
        assertThat(survey.rejected()).isZero();
        assertThat(survey.documents()).isEqualTo(300_000);
    }

    @Test
    void an_archive_that_breaks_off_is_refused_alone_and_rejected_among_others() throws IOException {
        Path archive = zip("a.zip", Map.of("a.txt", bytes("Text.")));
        byte[] whole = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(whole, whole.length - 10));
        Files.writeString(folder.resolve("kept.txt"), "Text.");

        assertThatThrownBy(() -> CorpusReader.of(archive))
                .isInstanceOf(UserFacingException.class)
                .hasMessageStartingWith(archive + " cannot be read: it is no whole ZIP archive (");
        assertThat(rows(folder)).hasSize(2).last().isEqualTo("kept.txt");
    }

    @Test
    void a_damaged_member_costs_itself_alone() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("a.txt", bytes("Cars cross the river again and again, and nobody counts them."));
        members.put("b.txt", bytes("Text."));
        Path archive = zip("a.zip", members);
        byte[] bytes = Files.readAllBytes(archive);
        Arrays.fill(bytes, 40, 60, (byte) 0xFF); // in the data of the first member
        Files.write(archive, bytes);

        assertThat(rows(archive)).hasSize(2).last().isEqualTo("b.txt");
        assertThat(rows(archive).get(0)).startsWith("a.zip/a.txt:1: the compressed file is damaged from here on (");
    }

    @Test
    void names_of_members_in_an_old_charset_are_read() throws IOException {
        Path archive = zip("a.zip", Map.of("café.txt", bytes("Text.")), Charset.forName("IBM437"));

        assertThat(rows(archive)).containsExactly("café.txt");
    }

    @Test
    void an_archive_without_articles_says_what_is_read() throws IOException {
        Path archive = zip("a.zip", Map.of("inner.zip", bytes("x")));

        assertThatThrownBy(() -> CorpusReader.of(archive))
                .isInstanceOf(UserFacingException.class)
                .hasMessage("No article files in " + archive + ".");
    }

    @Test
    void twenty_thousand_members_are_read_in_linear_time() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (int i = 0; i < 20_000; i++) {
            members.put(String.format("%05d.txt", i), bytes("Headline " + i + "\n\nText."));
        }
        Path archive = zip("a.zip", members);

        Assertions.assertTimeout(
                Duration.ofSeconds(60), () -> assertThat(rows(archive)).hasSize(20_000));
    }
}
