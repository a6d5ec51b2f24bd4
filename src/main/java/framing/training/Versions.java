package framing.training;

import framing.encoder.OnnxSentenceEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The versions of what computes a model, for its provenance. */
final class Versions {
    private static final String UNKNOWN = "unknown";

    private Versions() {}

    static Map<String, String> inUse() {
        String own = Versions.class.getPackage().getImplementationVersion();
        Map<String, String> versions = new TreeMap<>();
        versions.put("framing", own == null ? "development" : own);
        versions.put("deeplearning4j", ofArtifact("org.deeplearning4j/deeplearning4j-nn"));
        versions.put("onnxruntime", OnnxSentenceEncoder.runtimeVersion());
        versions.put("java", String.valueOf(Runtime.version().feature()));
        return versions;
    }

    /** The version that Maven wrote into the artifact's jar. */
    private static String ofArtifact(String artifact) {
        try (InputStream in = Versions.class.getResourceAsStream("/META-INF/maven/" + artifact + "/pom.properties")) {
            if (in == null) {
                return UNKNOWN;
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", UNKNOWN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
