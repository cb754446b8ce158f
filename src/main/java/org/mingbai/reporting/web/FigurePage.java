package org.mingbai.reporting.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;

/// One figure: what it comes to, what it means, and the same side by side.
/// @param own where it is theirs to change: the address of its form
public record FigurePage(String name, String means, List<Link> way, FiguresPage.Asked asked, Optional<Value> value, Optional<String> saying,
        boolean incomplete, List<Said> definition, Optional<OffsetDateTime> cutOff, By by, Optional<Sides> sides, Optional<String> own, String csv) {

    /// @param cases the number of cases with their address, and of a share those in its numerator and the others
    public record Value(String value, String beside, String interval, List<Link> cases) {}

    public record Said(String label, String text) {}

    /// @param chosen the field it is asked by, empty where it is not asked side by side
    /// @param name what it is called
    public record By(String chosen, String name, List<Choice> fields) {}

    /// @param ranked whether the groups put them in an order
    public record Sides(String title, List<Group> groups, boolean ranked, String note) {}

    /// Units with a like number of cases, or all.
    /// @param name empty where there is one group only
    public record Group(String name, List<Side> sides) {}

    /// @param order the place in its group; empty where there is none
    /// @param share how long its bar is, of a thousand
    public record Side(String order, String name, String value, String beside, String interval, String href, int share) {}
}
