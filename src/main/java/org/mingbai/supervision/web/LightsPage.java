package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.LightSign;

/// What the lights are called and how they are coloured.
/// @param sets addresses that fill the form with a ready set
public record LightsPage(List<Row> rows, List<Choice> colours, List<Link> sets, boolean keeps, FieldErrors errors) {

    /// @param colour as typed
    public record Row(LightSign sign, String zh, String en, String colour) {}

    public List<Link> way() {
        return List.of(new Link(t("supervision.rule.title"), "/limits"));
    }
}
