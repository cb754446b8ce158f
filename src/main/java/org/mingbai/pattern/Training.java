package org.mingbai.pattern;

/// What came of learning from examples.
public sealed interface Training {

    /// It can guess now.
    record Learned(Classifier classifier) implements Training {}

    /// Nothing to tell apart: no example has words and a category, or all have the same one.
    record NothingToTellApart(int examples, int categories) implements Training {}
}
