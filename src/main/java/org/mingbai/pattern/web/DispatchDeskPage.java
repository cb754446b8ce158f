package org.mingbai.pattern.web;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.LightSign;
import org.mingbai.shell.page.Tab;

/// What waits to be dispatched.
/// @param more whether there are more than are shown
/// @param learning why nothing is guessed from words yet; empty where it is
public record DispatchDeskPage(List<Tab> tabs, List<Row> rows, boolean more, List<Disputed> disputed, String learning, FieldErrors errors) {

    /// @param said number, register, category, place
    /// @param form how it is given to one of those suggested; nothing where it is not open
    /// @param openHref where it is opened
    /// @param otherHref the form of the act, for another unit
    public record Row(Link matter, String said, LightSign sign, String due, List<String> returned, List<Suggested> suggested, List<Form> form,
            String openHref, String otherHref) {}

    /// @param href the form of the act, with this unit in it
    public record Suggested(String unit, String href, List<DispatchWords.Why> why) {}

    /// @param choice the one marked: only what the catalogue says is marked beforehand; a guess is chosen by hand
    public record Form(String action, String key, String seen, List<Choice> choices, String choice, String due, String today) {}

    public record Disputed(Link matter, String said, LightSign sign, String returned, String decideHref) {}
}
