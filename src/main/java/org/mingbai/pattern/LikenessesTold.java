package org.mingbai.pattern;

import java.util.List;
import java.util.Optional;

/// What a matter may repeat, as its page tells it.
/// @param mergeHref where it is joined to one of them; empty where all of them are over or on another register
public record LikenessesTold(List<Row> rows, Optional<String> mergeHref) {

    /// @param stage the key of its stage in words
    /// @param copy whether it is nearly the same letter; else of the same place and thing
    /// @param percent how much is the same
    /// @param words what both say
    public record Row(String title, String href, String number, String stage, boolean copy, int percent, List<String> words) {}
}
