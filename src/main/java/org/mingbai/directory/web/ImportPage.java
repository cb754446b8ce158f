package org.mingbai.directory.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.directory.Accounts;
import org.mingbai.shell.page.FieldErrors;

/// The import of a sheet: to bring it, to see what it would do, and what it did.
///
/// @param outcome empty while no file is brought
/// @param done    whether it was written; then the first passwords are shown, once
public record ImportPage(Optional<String> fileName, String action, Optional<Shown> outcome, boolean done, FieldErrors errors) {

    /// @param sums  what happens, a sentence each
    /// @param flaws at their cells
    public record Shown(List<String> sums, List<Row> flaws, int flawsMore, List<Row> steps, int stepsMore, List<Accounts.FirstPassword> passwords) {

        public boolean mayApply() {
            return flaws.isEmpty() && !steps.isEmpty();
        }
    }

    public record Row(String sheet, String cell, String text) {}
}
