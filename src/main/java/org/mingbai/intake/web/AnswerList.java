package org.mingbai.intake.web;

import java.util.List;
import java.util.Optional;

/// The answers kept at hand.
/// @param waiting what the reader may approve
/// @param next where the list goes on
public record AnswerList(String words, List<Row> rows, List<Row> waiting, boolean writes, Optional<String> next) {

    /// @param standing in words: told today, waiting, over
    /// @param uses how many matters the reader sees that ended with it; `100+` where there are more
    public record Row(String href, String question, String answer, String unit, String standing, String until, String uses) {}
}
