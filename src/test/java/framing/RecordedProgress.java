package framing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers what a run told. */
public class RecordedProgress implements Progress {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Long> counted = Collections.synchronizedMap(new LinkedHashMap<>());

    @Override
    public void say(String line) {
        lines.add(line);
    }

    @Override
    public Phase start(String name, String unit, long expected) {
        String phase = name + " " + expected + " " + unit;
        counted.put(phase, 0L);
        return new Phase() {
            @Override
            public void add(long count) {
                counted.merge(phase, count, Long::sum);
            }

            @Override
            public void note(String text) {}

            @Override
            public void close() {}
        };
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** How much each phase counted, by its name, expectation and unit, as in "Encoding 60 sentences". */
    public Map<String, Long> counted() {
        return Map.copyOf(counted);
    }
}
