package org.mingbai.intake.sheet.words;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// What was understood of texts that come again and again in one ledger: its units, its people, its states. Holds the last few thousand; for one
/// walk at a time.
public final class Remembered<T> {

    private static final int HELD_MAX = 4_096;
    private static final int LENGTH_MAX = 80;

    private final Function<String, T> reading;
    private final Map<String, T> held = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > HELD_MAX;
        }
    };

    public Remembered(Function<String, T> reading) {
        this.reading = reading;
    }

    public T of(String text) {
        if (text.length() > LENGTH_MAX) {
            return reading.apply(text);
        }
        var known = held.get(text);
        if (known == null) {
            known = reading.apply(text);
            held.put(text, known);
        }
        return known;
    }
}
