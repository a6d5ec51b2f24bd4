package framing.codebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import framing.UserFacingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be said about a unit of text: the facets and their labels, as kept in a {@code codebook.yaml}.
 *
 * @param id its name in files
 * @param name its name for people
 * @param version changes whenever a definition does
 * @param unit what is coded
 * @param facets the questions, in order
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Codebook(String id, String name, String version, String unit, List<Facet> facets) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS))
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    public Codebook(
            @JsonProperty(required = true) String id,
            @Nullable String name,
            @Nullable String version,
            @Nullable String unit,
            @JsonProperty(required = true) List<Facet> facets) {
        if (facets.isEmpty()) {
            throw new IllegalArgumentException("A codebook needs at least one facet, but has none");
        }
        Set<String> seen = new HashSet<>();
        for (Facet facet : facets) {
            if (!seen.add(facet.name())) {
                throw new IllegalArgumentException("The codebook has the facet \"" + facet.name() + "\" twice");
            }
        }
        this.id = id;
        this.name = name == null ? id : name;
        this.version = version == null ? "1" : version;
        this.unit = unit == null ? "" : unit;
        this.facets = List.copyOf(facets);
    }

    /** The facets that are asked of every sentence, or of every target that one mentions. */
    public List<Facet> facets(Facet.Per per) {
        return facets.stream().filter(facet -> facet.per() == per).toList();
    }

    /** The facet of this name, if the codebook has it. */
    public Optional<Facet> facet(String facetName) {
        return facets.stream().filter(f -> f.name().equals(facetName)).findFirst();
    }

    /** The same codebook with these facets only, in its own order. */
    public Codebook only(List<String> facetNames) {
        for (String wanted : facetNames) {
            if (facet(wanted).isEmpty()) {
                throw new UserFacingException(
                        "The codebook \"" + id + "\" has no facet \"" + wanted + "\" (it has "
                                + String.join(
                                        ", ", facets.stream().map(Facet::name).toList())
                                + ").",
                        "Name a facet that it has, or train without --codebook to take the codes as they are found.");
            }
        }
        return new Codebook(
                id,
                name,
                version,
                unit,
                facets.stream().filter(f -> facetNames.contains(f.name())).toList());
    }

    /** Reads a codebook file. */
    public static Codebook read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UserFacingException(
                    "The codebook " + file + " cannot be read.", "Check the path and that the file is UTF-8 text.", e);
        }
    }

    /** Parses the text of a codebook file; {@code source} names it in messages. */
    public static Codebook parse(String yaml, String source) {
        Codebook codebook;
        try {
            codebook = YAML.readValue(yaml, Codebook.class);
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " (near line " + e.getLocation().getLineNr() + ")";
            throw malformed(source, place, reason(e), e);
        }
        if (codebook == null) { // YAML's word for nothing, "~" or "null"
            throw malformed(source, "", "it is empty", null);
        }
        return codebook;
    }

    private static UserFacingException malformed(
            String source, String place, String reason, @Nullable Exception cause) {
        return new UserFacingException(
                "The codebook " + source + " is not in the expected form" + place + ": " + reason + ".",
                "Compare it with training-data/conflict-news/codebook.yaml; the manual's page on codebooks names every"
                        + " field.",
                cause);
    }

    /** What is wrong, in words that name no class of this program. */
    private static String reason(JsonProcessingException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return "the key \"" + unknown.getPropertyName() + "\" means nothing here";
        }
        if (failure.getCause() instanceof IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage());
        }
        if (failure.getCause() instanceof NullPointerException) {
            return "a list or a value that must be there is empty";
        }
        return failure.getOriginalMessage()
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("Missing required creator property '(.*)' \\(index .*", "the key \"$1\" is missing");
    }

    /** The codebook as the text of a file. */
    public String toYaml() {
        try {
            return YAML.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A codebook is always writable", e);
        }
    }
}
