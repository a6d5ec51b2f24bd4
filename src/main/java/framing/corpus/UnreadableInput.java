package framing.corpus;

import java.nio.file.Path;

/**
 * A file among others that is not read.
 *
 * @param path the file on the disk that it is, or is part of
 * @param source the file, as it is named in rejected rows
 * @param reason why, as one sentence without a full stop
 */
record UnreadableInput(Path path, String source, String reason) implements Input {}
