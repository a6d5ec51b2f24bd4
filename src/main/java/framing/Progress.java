package framing;

/** How a run tells its story while it lasts. The library calls it; the command line prints it. Threads may share one. */
public interface Progress {
    /** Says nothing. */
    Progress SILENT = new Progress() {
        @Override
        public void say(String line) {}

        @Override
        public Phase start(String name, String unit, long expected) {
            return new Phase() {
                @Override
                public void add(long count) {}

                @Override
                public void note(String text) {}

                @Override
                public void close() {}
            };
        }
    };

    /** Tells one line: a part of the plan, a decision, a warning, a total. */
    void say(String line);

    /**
     * Starts a counted phase.
     *
     * @param name what is being done, as in "Encoding"
     * @param unit what is counted, in the plural, as in "sentences"
     * @param expected how many there will be, or -1 when unknown
     */
    Phase start(String name, String unit, long expected);

    /** A phase under way; closing it ends its progress line. */
    interface Phase extends AutoCloseable {
        void add(long count);

        /** Shows a few words beside the count, in place of those before. */
        void note(String text);

        @Override
        void close();
    }
}
