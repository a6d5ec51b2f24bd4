package framing.scoring;

import java.nio.file.Path;
import java.util.List;

/**
 * The files of a run, all beside its output.
 *
 * @param output the file that the user named
 */
record RunFiles(Path output) {
    Path rejected() {
        return RejectedRows.fileBeside(output);
    }

    /** The output per target: {@code scores.csv.stance.csv} beside {@code scores.csv}, with the same ending. */
    Path targets() {
        String name = String.valueOf(output.getFileName());
        String compressed = GrowingFile.isCompressed(output) ? ".gz" : "";
        String bare = name.substring(0, name.length() - compressed.length());
        int dot = bare.lastIndexOf('.');
        return beside(".stance" + (dot < 0 ? "" : bare.substring(dot)) + compressed);
    }

    Path summary() {
        return beside(".summary.json");
    }

    /** No ending that is read: a corpus may lie in the same folder. */
    Path checkpoint() {
        return beside(".checkpoint");
    }

    /** What may lie there after a run. */
    List<Path> lasting() {
        return List.of(output, targets(), rejected(), summary());
    }

    private Path beside(String ending) {
        return output.resolveSibling(output.getFileName() + ending);
    }
}
