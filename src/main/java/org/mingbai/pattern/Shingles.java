package org.mingbai.pattern;

import java.util.Arrays;

/// A text as the set of its runs of five letters, each a number. Two texts are near copies when the runs they share are at least half of all they
/// have together: commas, widths and small corrections do not part them, another story about the same street does.
final class Shingles {

    static final double COPY_FROM = 0.5;
    private static final int LETTERS = 5;

    private Shingles() {}

    /// Ascending. A text shorter than a run is one run; a text without letters has none.
    static long[] of(String title, String body) {
        var text = Letters.joined(title + body);
        if (text.isEmpty()) {
            return new long[0];
        }
        var runs = new long[Math.max(1, text.length() - LETTERS + 1)];
        for (int at = 0; at < runs.length; at++) {
            runs[at] = run(text, at);
        }
        return Arrays.stream(runs).sorted().distinct().toArray();
    }

    private static long run(String text, int from) {
        long run = 0xcbf29ce484222325L;
        for (int at = from; at < Math.min(text.length(), from + LETTERS); at++) {
            run = (run ^ text.charAt(at)) * 0x100000001b3L;
        }
        return mixed(run);
    }

    /// Spreads what is near each other over all numbers (the finaliser of SplitMix64).
    static long mixed(long number) {
        long mixed = (number ^ number >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    /// What both have, of all they have together (Jaccard).
    static double likeness(long[] one, long[] other) {
        int both = 0;
        int left = 0;
        int right = 0;
        while (left < one.length && right < other.length) {
            int order = Long.compare(one[left], other[right]);
            both += order == 0 ? 1 : 0;
            left += order <= 0 ? 1 : 0;
            right += order >= 0 ? 1 : 0;
        }
        int all = one.length + other.length - both;
        return all == 0 ? 0 : both / (double) all;
    }
}
