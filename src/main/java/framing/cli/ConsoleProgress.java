package framing.cli;

import framing.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Tells a run's story on standard error: a moving bar on a terminal, one plain line every ten seconds elsewhere. */
final class ConsoleProgress implements Progress {
    private static final long INTERVAL = Duration.ofSeconds(10).toNanos();

    private final PrintStream err;
    private final boolean terminal;

    ConsoleProgress(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** The progress of this process: silent when asked to be quiet. */
    static Progress of(boolean quiet) {
        return quiet ? SILENT : new ConsoleProgress(System.err, Boolean.getBoolean("framing.terminal"));
    }

    @Override
    public void say(String line) {
        err.println(line);
    }

    @Override
    public Phase start(String name, String unit, long expected) {
        return terminal ? new Bar(name, unit, expected) : new Lines(name, unit, expected);
    }

    /** A bar that moves in place. */
    private final class Bar implements Phase {
        private final ProgressBar bar;

        Bar(String name, String unit, long expected) {
            bar = new ProgressBarBuilder()
                    .setTaskName(name)
                    .setUnit(" " + unit, 1)
                    .setInitialMax(expected)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(500)
                    .setConsumer(new ConsoleProgressBarConsumer(err))
                    .showSpeed()
                    .build();
        }

        @Override
        public void add(long count) {
            bar.stepBy(count);
        }

        @Override
        public void note(String text) {
            bar.setExtraMessage(" " + text);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** One line an interval, for logs. */
    private final class Lines implements Phase {
        private final String name;
        private final String unit;
        private final long expected;
        private final long started = System.nanoTime();
        private final AtomicLong told = new AtomicLong(started);
        private final AtomicLong done = new AtomicLong();
        private volatile String note = "";

        Lines(String name, String unit, long expected) {
            this.name = name;
            this.unit = unit;
            this.expected = expected;
        }

        @Override
        public void add(long count) {
            done.addAndGet(count);
            long now = System.nanoTime();
            long last = told.get();
            if (now - last >= INTERVAL && told.compareAndSet(last, now)) {
                tell(now);
            }
        }

        @Override
        public void note(String text) {
            note = text;
        }

        private void tell(long now) {
            double seconds = (now - started) / 1e9;
            double rate = done.get() / Math.max(seconds, 1e-3);
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%s: %,d %s", name, done.get(), unit));
            if (expected > 0) {
                line.append(String.format(Locale.ROOT, " of %,d (%d %%)", expected, 100 * done.get() / expected));
            }
            line.append(String.format(Locale.ROOT, ", %,.0f/s", rate));
            if (expected > 0 && done.get() < expected && rate > 0) {
                long left = Math.round((expected - done.get()) / rate);
                line.append(String.format(Locale.ROOT, ", %d:%02d:%02d left", left / 3600, left / 60 % 60, left % 60));
            }
            err.println(note.isEmpty() ? line : line + " (" + note + ")");
        }

        @Override
        public void close() {
            tell(System.nanoTime());
        }
    }
}
