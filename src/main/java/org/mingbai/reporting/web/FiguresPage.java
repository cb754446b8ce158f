package org.mingbai.reporting.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// The catalogue of figures with what each comes to.
/// @param saying why there are no numbers; empty where there are
/// @param choice where it is chosen which of them everybody reads; nothing where that is not theirs to choose
public record FiguresPage(Asked asked, List<Part> parts, boolean incomplete, Optional<String> saying, Optional<String> choice) {

    /// What is asked, as the form shows it.
    /// @param narrowed conditions that hold, each with the address without it
    public record Asked(String action, String from, String to, String asOf, String register, List<Choice> registers, List<Link> periods, List<Link> narrowed,
            List<String> kept, FieldErrors errors) {}

    /// @param id for the address of the part within the page
    public record Part(String id, String name, List<Row> rows) {}

    /// @param beside of how many; empty where that says nothing more
    public record Row(Link name, String means, String value, String beside, String href) {}
}
