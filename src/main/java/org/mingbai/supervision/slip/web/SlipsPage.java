package org.mingbai.supervision.slip.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FilterPart;
import org.mingbai.shell.page.Pager;
import org.mingbai.shell.page.Tab;

/// The register of slips.
/// @param faults what the address asked and nobody understands
public record SlipsPage(List<Tab> tabs, List<FilterPart> sentence, List<Choice> kinds, List<String> units, String kind, String group, String to,
        List<SlipRow> rows, Pager pager, boolean writes, boolean keeps, boolean rules, boolean answers, boolean restricted, List<String> faults) {

    /// @param moreHref where the rest is
    public record Group(String title, List<SlipRow> rows, Optional<String> moreHref) {}

    /// What came to the reader's units, by what is to be done about it.
    public record Ours(String units, List<Group> groups) {}
}
