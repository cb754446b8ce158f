package org.mingbai.intake.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.Tab;

/// The opinion letters that a filter leaves.
/// @param body the one body the list is about; empty for all
/// @param next where the list goes on
public record OpinionLetterList(List<Tab> tabs, List<Row> rows, List<Choice> rounds, String round, List<Choice> standings, String standing, String body,
        boolean narrowed, boolean keeps, Optional<String> next) {

    /// @param standing in words
    /// @param late whether its day passed without an answer
    public record Row(String href, String subject, String body, String round, LocalDate sentOn, LocalDate dueOn, String standing, boolean late,
            int reminders) {}
}
