package framing.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import framing.UserFacingException;
import framing.encoder.EncoderCard;
import framing.encoder.LetterEncoder;
import framing.encoder.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFolderTest {
    private static final String METRICS = "{\"test\": {}}\n";

    @TempDir
    Path folder;

    private Path write(String name) {
        Path model = folder.resolve(name);
        ModelFolder.write(model, TinyModels.letters(), METRICS, false);
        return model;
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> bytes(Path folder) throws IOException {
        Map<String, byte[]> bytes = new TreeMap<>();
        for (String name : names(folder)) {
            bytes.put(name, Files.readAllBytes(folder.resolve(name)));
        }
        return bytes;
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Path model) {
        return assertThatThrownBy(() -> ModelFolder.read(model)).isInstanceOf(UserFacingException.class);
    }

    private static void assertDamaged(Path model, String reason) {
        assertRefused(model).hasMessage("The model in " + model + " is damaged or was altered: " + reason + ".");
    }

    /** Writes the sums anew, as one would who puts another file into a model on purpose. */
    private static void sumUp(Path model) throws IOException {
        StringBuilder sums = new StringBuilder();
        for (String name : names(model)) {
            if (!name.equals(ModelFolder.SUMS)) {
                sums.append(Sha256.of(model.resolve(name)))
                        .append("  ")
                        .append(name)
                        .append('\n');
            }
        }
        Files.writeString(model.resolve(ModelFolder.SUMS), sums);
    }

    private static void replace(Path file, String old, String fresh) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, fresh));
    }

    @Test
    void a_model_that_is_written_and_read_predicts_the_same() {
        Model model = TinyModels.letters();
        Model read = ModelFolder.read(write("m"));
        try (SentenceClassifier before = TinyModels.classifier(model, new LetterEncoder());
                SentenceClassifier after = TinyModels.classifier(read, new LetterEncoder())) {
            for (String sentence : List.of("a", "bbc", "abcabc", "", "aaaa")) {
                for (String facet : List.of("voice", "loaded")) {
                    assertThat(after.classify(sentence).distribution(facet))
                            .isEqualTo(before.classify(sentence).distribution(facet));
                }
            }
        }
        assertThat(read.codebook()).isEqualTo(model.codebook());
    }

    @Test
    void the_card_comes_back_with_the_version_of_its_weights() {
        Path m = folder.resolve("m");
        ModelCard written = ModelFolder.write(m, TinyModels.letters(), METRICS, false);

        assertThat(ModelFolder.read(m).card()).isEqualTo(written);
        assertThat(written.version()).matches("[0-9a-f]{8}");
        assertThat(written.reference()).isEqualTo("letters@" + written.version());
        assertThat(ModelFolder.readMetrics(m)).isEqualTo(METRICS);
    }

    @Test
    void two_writes_give_the_same_bytes() throws IOException {
        Map<String, byte[]> first = bytes(write("one"));
        Map<String, byte[]> second = bytes(write("two"));

        assertThat(second.keySet()).isEqualTo(first.keySet());
        first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void the_sums_are_those_of_the_command_sha256sum() throws IOException {
        Path model = write("m");

        assertThat(Files.readAllLines(model.resolve(ModelFolder.SUMS)))
                .hasSize(4)
                .allSatisfy(line -> assertThat(line).matches("[0-9a-f]{64}  [a-z.]+"))
                .anySatisfy(line -> assertThat(line)
                        .isEqualTo(Sha256.of(model.resolve(ModelFolder.CARD)) + "  " + ModelFolder.CARD));
    }

    @Test
    void the_card_for_people_says_what_and_how_well_and_what_not_for() throws IOException {
        String text = Files.readString(write("m").resolve(ModelFolder.README));

        assertThat(text)
                .startsWith("# letters (")
                .contains(
                        "Facet `voice`. Who says it?",
                        "- `rebel` An armed group.",
                        "- voice: macro f1 0.750, units 10",
                        "- data: labels.csv, SHA-256 2222",
                        "- units: 60 in 12 groups kept whole; split {development=10, test=10, train=40}",
                        "- seed: 7",
                        "must not be used for")
                .doesNotContain(folder.toString());
    }

    @Test
    void the_folder_has_the_rights_that_folders_have_there() throws IOException {
        Path plain = Files.createDirectory(folder.resolve("plain"));
        if (Files.getFileStore(plain).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(write("m"))).isEqualTo(Files.getPosixFilePermissions(plain));
        } else {
            assertThat(write("m")).isWritable();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ModelFolder.CARD, ModelFolder.CODEBOOK, ModelFolder.WEIGHTS, ModelFolder.METRICS})
    void a_file_with_one_changed_byte_is_refused(String name) throws IOException {
        Path model = write("m");
        byte[] bytes = Files.readAllBytes(model.resolve(name));
        bytes[bytes.length - 2] ^= 1;
        Files.write(model.resolve(name), bytes);

        assertDamaged(model, name + " does not match its hash in SHA256SUMS");
    }

    @ParameterizedTest
    @ValueSource(strings = {ModelFolder.CARD, ModelFolder.CODEBOOK, ModelFolder.WEIGHTS, ModelFolder.METRICS})
    void a_truncated_file_is_refused(String name) throws IOException {
        Path model = write("m");
        byte[] bytes = Files.readAllBytes(model.resolve(name));
        Files.write(model.resolve(name), Arrays.copyOf(bytes, bytes.length / 2));

        assertDamaged(model, name + " does not match its hash in SHA256SUMS");
    }

    @ParameterizedTest
    @ValueSource(strings = {ModelFolder.CODEBOOK, ModelFolder.WEIGHTS, ModelFolder.METRICS, ModelFolder.SUMS})
    void a_missing_file_is_named(String name) throws IOException {
        Path model = write("m");
        Files.delete(model.resolve(name));

        assertDamaged(model, name + " is missing");
    }

    @Test
    void a_sum_that_is_left_out_is_a_file_that_was_altered() throws IOException {
        Path model = write("m");
        Files.write(model.resolve(ModelFolder.SUMS), new byte[] {(byte) 0xFF, 0, 1});

        assertDamaged(model, "model.yaml does not match its hash in SHA256SUMS");
    }

    @Test
    void heads_of_another_program_are_refused_even_when_their_sum_fits() throws IOException {
        Path model = write("m");
        Files.writeString(model.resolve(ModelFolder.WEIGHTS), "PK an archive of another program");
        sumUp(model);

        assertDamaged(model, "not a safetensors file");
    }

    @Test
    void heads_that_do_not_fit_the_codebook_are_refused() throws IOException {
        Path model = write("m");
        Path codebook = model.resolve(ModelFolder.CODEBOOK);
        String four = Files.readString(codebook).replaceFirst("( *- id: )rebel", "$1newcomer\n$1rebel");
        Files.writeString(codebook, four);
        sumUp(model);

        assertRefused(model).hasMessageContaining("facet \"voice\" needs a head of 4 labels over 3 features");
    }

    @Test
    void a_card_that_leaves_out_its_encoder_is_refused() throws IOException {
        Path model = write("m");
        replace(model.resolve(ModelFolder.CARD), "encoder:", "decoder:");
        sumUp(model);

        assertRefused(model).hasMessageContaining("the card names no encoder");
    }

    @Test
    void a_folder_of_another_program_is_refused() throws IOException {
        Path foreign = Files.createDirectory(folder.resolve("foreign"));
        Files.writeString(foreign.resolve(ModelFolder.CARD), "model: bert\nlayers: 12\n");

        assertDamaged(foreign, "SHA256SUMS is missing");
        sumUp(foreign);
        assertRefused(foreign)
                .hasMessage("The model in " + foreign + " has layout unknown, this program reads layout 1.");
    }

    @Test
    void a_folder_without_a_card_or_no_folder_at_all_is_no_model() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path file = Files.writeString(folder.resolve("file"), "x");
        Path missing = folder.resolve("missing");

        assertRefused(empty).hasMessage("No model in " + empty + " (it has no model.yaml).");
        assertRefused(file).hasMessage("No model in " + file + " (no such folder).");
        assertRefused(missing).hasMessage("No model in " + missing + " (no such folder).");
    }

    @Test
    void a_newer_layout_is_refused_whatever_its_card_looks_like() throws IOException {
        Path model = write("m");
        Files.writeString(model.resolve(ModelFolder.CARD), "format: 2\nfacets: a thing to come\n");
        sumUp(model);

        assertRefused(model)
                .hasMessage("The model in " + model + " has layout 2, this program reads layout 1.")
                .isInstanceOfSatisfying(
                        UserFacingException.class,
                        e -> assertThat(e.remedy()).contains("the version of framing that wrote it"));
    }

    @Test
    void a_model_that_is_there_is_kept_unless_it_may_be_replaced() throws IOException {
        Path model = write("m");
        Files.createDirectories(model.resolve("notes"));
        Files.writeString(model.resolve("notes/mine.txt"), "kept with the model");

        assertThatThrownBy(() -> ModelFolder.write(model, TinyModels.letters(), "{}", false))
                .isInstanceOf(UserFacingException.class)
                .hasMessage(model + " exists already.");
        assertThat(ModelFolder.readMetrics(model)).isEqualTo(METRICS);

        ModelFolder.write(model, TinyModels.letters(), "{\"new\": 1}\n", true);
        assertThat(ModelFolder.readMetrics(model)).isEqualTo("{\"new\": 1}\n");
        assertThat(names(folder)).containsExactly("m");
    }

    @Test
    void what_is_no_model_is_never_replaced() throws IOException {
        Path thesis = Files.createDirectory(folder.resolve("thesis"));
        Files.writeString(thesis.resolve("chapter-1.txt"), "irreplaceable");
        Path file = Files.writeString(folder.resolve("file"), "irreplaceable");

        for (Path target : List.of(thesis, file)) {
            assertThatThrownBy(() -> ModelFolder.write(target, TinyModels.letters(), METRICS, true))
                    .isInstanceOf(UserFacingException.class)
                    .hasMessage(target + " exists and is not a model, so it is not replaced.");
        }
        assertThat(thesis.resolve("chapter-1.txt")).hasContent("irreplaceable");
        assertThat(file).hasContent("irreplaceable");
    }

    @Test
    void folders_above_the_model_are_made() {
        assertThat(ModelFolder.read(write("models/of/mine")).card().id()).isEqualTo("letters");
    }

    @Test
    void nothing_is_left_behind_where_a_file_stands_in_the_way() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> ModelFolder.write(file.resolve("m"), TinyModels.letters(), METRICS, false))
                .isInstanceOf(UserFacingException.class)
                .hasMessage("A file stands where the folder " + file.resolve("m") + " belongs.");
        assertThat(names(folder)).containsExactly("file");
    }

    @Test
    void nothing_is_left_behind_where_the_disk_refuses() {
        Path model = folder.resolve("m".repeat(250));

        assertThatThrownBy(() -> ModelFolder.write(model, TinyModels.letters(), METRICS, false))
                .isInstanceOf(UserFacingException.class)
                .hasMessageStartingWith("The model could not be written to " + model);
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void a_model_over_another_encoder_is_refused_with_both_hashes() {
        EncoderCard real = TinyModels.realCard();
        EncoderCard other = new EncoderCard(
                real.id(),
                "ab".repeat(32),
                real.tokenizerSha256(),
                real.prefix(),
                real.layers(),
                real.layerWidth(),
                real.reading());
        Path model = folder.resolve("m");
        ModelFolder.write(model, TinyModels.real(other), METRICS, false);

        assertThatThrownBy(() -> SentenceClassifier.load(model))
                .isInstanceOf(UserFacingException.class)
                .hasMessage("The model tiny was trained with the encoder e5-small-v2 (abababababab), but this program"
                        + " carries e5-small-v2 (" + real.sha256().substring(0, 12) + ").");
    }

    @Test
    void a_model_over_a_larger_encoder_is_refused_in_the_same_words() {
        EncoderCard larger = new EncoderCard("larger", "cd", "ef", "", List.of(24), 1024, Reading.ONE_BY_ONE);
        Path model = folder.resolve("m");
        ModelFolder.write(model, TinyModels.real(larger), METRICS, false);

        assertThatThrownBy(() -> SentenceClassifier.load(model))
                .isInstanceOf(UserFacingException.class)
                .hasMessageStartingWith("The model tiny was trained with the encoder larger (cd), but this program");
    }

    @Test
    void a_model_over_the_encoder_carried_is_loaded() {
        try (SentenceClassifier classifier = SentenceClassifier.load(TinyModels.writeReal(folder.resolve("m")))) {
            assertThat(classifier.card().id()).isEqualTo("tiny");
            assertThat(classifier.classify("Two boats were turned back.").label("voice"))
                    .isIn("official", "rebel", "outlet");
        }
    }

    @Test
    void sha_256_is_that_of_the_standard() throws IOException {
        String empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

        assertThat(Sha256.of("".getBytes(StandardCharsets.UTF_8))).isEqualTo(empty);
        assertThat(Sha256.of(Files.createFile(folder.resolve("empty")))).isEqualTo(empty);
    }
}
