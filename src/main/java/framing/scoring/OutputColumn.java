package framing.scoring;

/**
 * A column of a table that is written.
 *
 * @param name its name
 * @param kind what its cells are
 */
record OutputColumn(String name, Kind kind) {
    /** What the cells of a column are, for formats that want to know. */
    enum Kind {
        TEXT,
        WHOLE_NUMBER,
        PROBABILITY
    }

    static OutputColumn text(String name) {
        return new OutputColumn(name, Kind.TEXT);
    }
}
