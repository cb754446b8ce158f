package org.mingbai.reporting.web;

import java.util.List;
import org.mingbai.intake.site.Site;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// What is there for whoever wants to reckon for themselves.
/// @param figures those one may ask for by themselves; @param figure the one that was
/// @param months those one may ask for by themselves; @param month the one that was
public record OpenDataPage(Site site, List<Choice> figures, String figure, List<Choice> months, String month, FieldErrors errors) {

    /// What each column means.
    public record Dictionary(Site site, List<Set> sets) {}

    /// The columns of one file.
    public record Set(String name, String title, List<Column> columns) {}

    /// @param unit empty where it has none
    public record Column(String name, String type, String means, String unit, String source) {}
}
