package org.mingbai.pattern;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// What a text is recognised by without its words: the smallest of its runs of five letters.
public final class Sketch {

    private final long[] runs;

    private Sketch(long[] runs) {
        this.runs = runs;
    }

    public static Sketch of(String text) {
        return new Sketch(Marks.sketch("", text));
    }

    /// As `runs` gave them.
    public static Sketch kept(List<Long> runs) {
        return new Sketch(runs.stream().mapToLong(Long::longValue).toArray());
    }

    /// One number for all texts of the same letters, whatever signs stand between them.
    public static long mark(String text) {
        long mark = 0;
        for (char letter : Letters.joined(text).toCharArray()) {
            mark = Shingles.mixed(mark ^ letter);
        }
        return mark;
    }

    public List<Long> runs() {
        return Arrays.stream(runs).boxed().toList();
    }

    /// Two texts that are nearly the same share one of these, but for four cases in a thousand.
    public LongStream foundBy() {
        return Arrays.stream(Marks.foundBy(runs));
    }

    /// How much of all that both say is the same, 0 to 1.
    public double likeness(Sketch other) {
        return Marks.likeness(runs, other.runs);
    }
}
