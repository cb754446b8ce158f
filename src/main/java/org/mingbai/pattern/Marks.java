package org.mingbai.pattern;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/// The numbers a text is found by. Near copies: the smallest of its runs of five letters (a bottom-k sketch; Cohen and Kaplan, 2007). Of two texts that
/// share half of all runs, one of the eight smallest of one is among those of the other in 996 of 1,000 cases. Same subject: every three neighbouring
/// letters of title and place.
final class Marks {

    static final long ALL = 0;
    private static final int SKETCH = 64;
    private static final int FOUND_BY = 8;
    private static final int GRAM = 3;
    private static final int GRAMS_MAX = 60;
    private static final long OF_SUBJECT = 0x5bf03635d1c2f0a9L;

    private Marks() {}

    static long[] sketch(String title, String body) {
        return Arrays.stream(Shingles.of(title, body)).limit(SKETCH).toArray();
    }

    static long[] foundBy(long[] sketch) {
        return Arrays.copyOf(sketch, Math.min(FOUND_BY, sketch.length));
    }

    /// How much of all that both say is the same, from their sketches.
    static double likeness(long[] one, long[] other) {
        var all = LongStream.concat(Arrays.stream(one), Arrays.stream(other)).sorted().distinct().limit(SKETCH).toArray();
        long both = Arrays.stream(all).filter(run -> Arrays.binarySearch(one, run) >= 0 && Arrays.binarySearch(other, run) >= 0).count();
        return all.length == 0 ? 0 : both / (double) all.length;
    }

    /// Each mark with the letters it stands for.
    static Map<Long, String> ofSubject(String title, String place) {
        var marks = new LinkedHashMap<Long, String>();
        for (var run : Letters.spaced(place + " " + title).split(" ")) {
            for (int at = 0; at < Math.max(1, run.length() - GRAM + 1) && marks.size() < GRAMS_MAX && !run.isEmpty(); at++) {
                var gram = run.substring(at, Math.min(run.length(), at + GRAM));
                marks.put(mark(gram), gram);
            }
        }
        return marks;
    }

    private static long mark(String gram) {
        long mark = OF_SUBJECT;
        for (int at = 0; at < gram.length(); at++) {
            mark = Shingles.mixed(mark ^ gram.charAt(at));
        }
        return mark;
    }
}
