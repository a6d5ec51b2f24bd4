package framing.classifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import framing.UserFacingException;
import framing.codebook.Codebook;
import framing.encoder.Tensor;
import framing.encoder.TunedWeights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A model on disk: {@code model.yaml} (the card), {@code codebook.yaml}, {@code weights.safetensors} (the heads, and what
 * tuning changed of the encoder), {@code metrics.json}, {@code README.md} (the card for people) and {@code SHA256SUMS}
 * over all but the last two, in the form of the command sha256sum. No file is turned into objects of a class that it names.
 */
public final class ModelFolder {
    static final String CARD = "model.yaml";
    static final String CODEBOOK = "codebook.yaml";
    static final String WEIGHTS = "weights.safetensors";
    static final String METRICS = "metrics.json";
    static final String README = "README.md";
    private static final String HEAD = "head.";
    private static final String ENCODER = "encoder.";
    private static final String SCALE = ".scale";
    static final String SUMS = "SHA256SUMS";

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS))
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private ModelFolder() {}

    /** Reads a model, after checking every hash. */
    public static Model read(Path folder) {
        if (!Files.isRegularFile(folder.resolve(CARD))) {
            throw new UserFacingException(
                    "No model in " + folder
                            + (Files.isDirectory(folder) ? " (it has no " + CARD + ")." : " (no such folder)."),
                    "Give the folder that framing train wrote, for example models/conflict-news-en.");
        }
        try {
            Map<String, String> sums = sums(folder);
            byte[] cardBytes = checked(folder, CARD, sums);
            requireLayout(folder, YAML.readTree(cardBytes).path("format").asText("unknown"));
            ModelCard card = YAML.readValue(cardBytes, ModelCard.class);
            String codebook = new String(checked(folder, CODEBOOK, sums), StandardCharsets.UTF_8);
            SafeTensors weights = SafeTensors.of(checked(folder, WEIGHTS, sums));
            checked(folder, METRICS, sums);
            return new Model(
                    card,
                    Codebook.parse(codebook, folder.resolve(CODEBOOK).toString()),
                    heads(card, weights.floats()),
                    tuned(weights));
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(folder, String.valueOf(e.getMessage()), e);
        }
    }

    /** Checked before the rest of the card is read, for another layout may have another card. */
    private static void requireLayout(Path folder, String layout) {
        if (!layout.equals(String.valueOf(ModelCard.FORMAT))) {
            throw new UserFacingException(
                    "The model in " + folder + " has layout " + layout + ", this program reads layout "
                            + ModelCard.FORMAT + ".",
                    "Use the version of framing that wrote it, or train it again.");
        }
    }

    /** SHA-256 of the folder's file of hashes. */
    static String sha256(Path folder) {
        try {
            return Sha256.of(folder.resolve(SUMS));
        } catch (IOException e) {
            throw damaged(folder, SUMS + " cannot be read", e);
        }
    }

    /** Reads a model's measurements, as JSON. */
    public static String readMetrics(Path folder) {
        try {
            return Files.readString(folder.resolve(METRICS));
        } catch (IOException e) {
            throw damaged(folder, METRICS + " cannot be read", e);
        }
    }

    private static Map<String, String> sums(Path folder) throws IOException {
        Map<String, String> sums = new HashMap<>();
        for (String line :
                new String(bytes(folder, SUMS), StandardCharsets.UTF_8).lines().toList()) {
            String[] parts = line.split("\\s+\\*?", 2);
            if (parts.length == 2) {
                sums.put(parts[1], parts[0]);
            }
        }
        return sums;
    }

    private static byte[] checked(Path folder, String name, Map<String, String> sums) throws IOException {
        byte[] bytes = bytes(folder, name);
        if (!Sha256.of(bytes).equals(sums.get(name))) {
            throw new IOException(name + " does not match its hash in " + SUMS);
        }
        return bytes;
    }

    private static byte[] bytes(Path folder, String name) throws IOException {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (NoSuchFileException e) {
            throw new IOException(name + " is missing", e);
        }
    }

    private static UserFacingException damaged(Path folder, String reason, Exception cause) {
        return new UserFacingException(
                "The model in " + folder + " is damaged or was altered: " + reason + ".",
                "Copy the whole folder again from where it came, or train it again.",
                cause);
    }

    private static Map<String, FacetModel> heads(ModelCard card, Map<String, Tensor> tensors) throws IOException {
        Map<String, FacetModel> heads = new HashMap<>();
        for (ModelCard.FacetCard facet : card.facets()) {
            Tensor weight = tensors.get(HEAD + facet.name() + ".weight");
            Tensor bias = tensors.get(HEAD + facet.name() + ".bias");
            if (weight == null || bias == null) {
                throw new IOException(WEIGHTS + " has no head for facet " + facet.name());
            }
            heads.put(
                    facet.name(),
                    new FacetModel(new Head(weight.values(), bias.values()), new Calibration(facet.temperature())));
        }
        return heads;
    }

    /** What tuning changed of the encoder: everything but the heads. */
    private static TunedWeights tuned(SafeTensors weights) {
        Map<String, Tensor> scales = new TreeMap<>();
        Map<String, Tensor> vectors = new TreeMap<>();
        weights.floats().forEach((name, tensor) -> {
            if (name.startsWith(ENCODER)) {
                if (name.endsWith(SCALE)) {
                    scales.put(name.substring(0, name.length() - SCALE.length()), tensor);
                } else {
                    vectors.put(name, tensor);
                }
            }
        });
        return new TunedWeights(weights.int8s(), scales, vectors);
    }

    private static byte[] weights(Model model) {
        Map<String, Tensor> floats = new TreeMap<>(model.tuned().vectors());
        model.facets().forEach((name, facet) -> {
            floats.put(HEAD + name + ".weight", facet.head().weightTensor());
            floats.put(HEAD + name + ".bias", facet.head().biasTensor());
        });
        model.tuned().scales().forEach((name, scale) -> floats.put(name + SCALE, scale));
        return new SafeTensors(floats, model.tuned().steps()).toBytes();
    }

    /**
     * Writes a model: into a folder beside the target first, which is then moved into its place in one step, so that no
     * half-written model is ever found there.
     *
     * @param metrics the measurements, as JSON
     * @param overwrite whether a model that is there may be replaced
     * @return the card with its version
     */
    public static ModelCard write(Path folder, Model model, String metrics, boolean overwrite) {
        requireFree(folder, overwrite);
        byte[] weights = weights(model);
        ModelCard card = model.card().withVersion(Sha256.of(weights).substring(0, 8));
        Map<String, byte[]> files = new LinkedHashMap<>();
        try {
            files.put(CARD, YAML.writeValueAsBytes(card));
            files.put(CODEBOOK, model.codebook().toYaml().getBytes(StandardCharsets.UTF_8));
            files.put(WEIGHTS, weights);
            files.put(METRICS, metrics.getBytes(StandardCharsets.UTF_8));
            StringBuilder sums = new StringBuilder();
            files.forEach((name, bytes) ->
                    sums.append(Sha256.of(bytes)).append("  ").append(name).append('\n'));
            files.put(SUMS, sums.toString().getBytes(StandardCharsets.UTF_8));
            files.put(README, ModelReadme.of(card, model.codebook()).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A model card is always writable", e);
        }
        moveIntoPlace(folder, files);
        return card;
    }

    /** Says early, before hours of training, that a model may not be written there. */
    public static void requireFree(Path folder, boolean overwrite) {
        if (!overwrite && Files.exists(folder)) {
            throw new UserFacingException(
                    folder + " exists already.", "Choose another --out, or replace it with --overwrite.");
        }
        if (Files.exists(folder) && !Files.isRegularFile(folder.resolve(CARD))) {
            throw new UserFacingException(
                    folder + " exists and is not a model, so it is not replaced.", "Choose another --out.");
        }
    }

    private static void moveIntoPlace(Path folder, Map<String, byte[]> files) {
        Path target = folder.toAbsolutePath().normalize();
        try {
            Path parent = Files.createDirectories(target.getParent());
            Path staging = Files.createTempDirectory(parent, target.getFileName() + ".new-");
            try {
                Path fresh = Files.createDirectory(staging.resolve("model")); // with the rights that folders have here
                for (var file : files.entrySet()) {
                    Files.write(fresh.resolve(file.getKey()), file.getValue());
                }
                if (Files.exists(target)) {
                    Path old = Files.createTempDirectory(parent, target.getFileName() + ".old-");
                    Files.move(target, old, StandardCopyOption.REPLACE_EXISTING);
                    Files.move(fresh, target);
                    delete(old);
                } else {
                    Files.move(fresh, target);
                }
            } finally {
                delete(staging);
            }
        } catch (FileAlreadyExistsException e) {
            throw new UserFacingException(
                    "A file stands where the folder " + folder + " belongs.", "Choose another --out.", e);
        } catch (IOException e) {
            throw new UserFacingException(
                    "The model could not be written to " + folder + ": " + e.getMessage(),
                    "Check that the folder is writable and that the disk has room.",
                    e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
