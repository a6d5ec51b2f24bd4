package framing.corpus;

/**
 * A file among others that is not read.
 *
 * @param source the file, as it is named in rejected rows
 * @param reason why, as one sentence without a full stop
 */
record UnreadableInput(String source, String reason) implements Input {}
