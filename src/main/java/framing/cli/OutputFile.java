package framing.cli;

import framing.UserFacingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file that a command writes. */
final class OutputFile {
    private OutputFile() {}

    /**
     * Refuses, before any work is done, an output that exists, is read by the same run, or could not be written.
     *
     * @param inputs what the run reads
     */
    static void requireFree(Path file, boolean overwrite, List<Path> inputs) {
        Path absolute = file.toAbsolutePath().normalize();
        if (inputs.stream().anyMatch(input -> input.toAbsolutePath().normalize().equals(absolute))) {
            throw new UserFacingException(file + " is among the files to be read.", "Choose another name.");
        }
        if (Files.isDirectory(file)) {
            throw new UserFacingException(file + " is a folder.", "Name a file, for example " + file + "/out.csv.");
        }
        if (Files.exists(file) && !overwrite) {
            throw new UserFacingException(file + " exists already.", "Choose another name, or add --overwrite.");
        }
        Path folder = absolute.getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new UserFacingException(
                    "The folder of " + file + " does not exist or is not writable.",
                    "Make the folder, or choose another name.");
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    static UserFacingException unwritable(Path file, IOException cause) {
        return new UserFacingException(
                file + " cannot be written: " + cause.getMessage() + ".",
                "Check the folder and the room on the disk.",
                cause);
    }
}
