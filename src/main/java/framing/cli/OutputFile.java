package framing.cli;

import framing.UserFacingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command writes. */
final class OutputFile {
    private OutputFile() {}

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
