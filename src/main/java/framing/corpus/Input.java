package framing.corpus;

/** A part of the input: a file to be read, or one that cannot be, which is told and passed over. */
sealed interface Input permits InputFile, UnreadableInput {}
