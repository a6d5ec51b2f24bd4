package framing.training;

import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** The versions of what computes a model, for its provenance. */
final class Versions {
    private Versions() {}

    static Map<String, String> inUse() {
        Map<String, String> versions = new TreeMap<>();
        versions.put("framing", of(Versions.class));
        versions.put("deeplearning4j", of(MultiLayerNetwork.class));
        versions.put("java", Runtime.version().feature() + "");
        return versions;
    }

    private static String of(Class<?> type) {
        String version = type.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
