package org.mingbai.pattern;

import java.util.List;

/// What a text is likely to be about. `confidence` is the share of such guesses that held among examples kept apart while learning; `why` are the
/// words of the text that spoke for it, strongest first; `others` the next likely ones.
public record Guess(String category, double confidence, List<String> why, List<Other> others) {

    /// A category that was passed over.
    public record Other(String category, double confidence) {}
}
