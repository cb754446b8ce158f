package org.mingbai.pattern;

/// Which grams of a lexicon a text holds, by ascending number, and how often.
record Bag(int[] grams, int[] counts) {

    boolean isEmpty() {
        return grams.length == 0;
    }

    int size() {
        return grams.length;
    }
}
