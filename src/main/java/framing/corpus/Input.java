package framing.corpus;

import java.nio.file.Path;

/** A part of the input: a file to be read, or one that cannot be, which is told and passed over. */
sealed interface Input permits InputFile, UnreadableInput {
    /** The file on the disk that it is, or is part of. */
    Path path();
}
