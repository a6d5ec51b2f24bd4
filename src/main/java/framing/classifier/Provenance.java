package framing.classifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where a model comes from, so that it can be made again.
 *
 * @param data the files of annotations
 * @param codebookSha256 SHA-256 of the codebook as written into the model folder
 * @param units usable rows
 * @param documents distinct groups that the split kept whole
 * @param splitUnits units used to train, to stop and calibrate, and to test
 * @param seed the seed of the split and of training
 * @param settings every training setting with the value used
 * @param versions of this program and the libraries that computed
 */
public record Provenance(
        List<DataFile> data,
        String codebookSha256,
        int units,
        int documents,
        Map<String, Integer> splitUnits,
        long seed,
        Map<String, String> settings,
        Map<String, String> versions) {
    /**
     * A file of annotations.
     *
     * @param name its name, without folders
     * @param sha256 of its bytes
     */
    public record DataFile(String name, String sha256) {
        /** The file as it is on disk. */
        public static DataFile of(Path file) throws IOException {
            return new DataFile(String.valueOf(file.getFileName()), Sha256.of(file));
        }
    }
}
