package org.mingbai.directory.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.directory.Organisation;
import org.mingbai.directory.Span;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Act;

/// One unit with who works there and what stands below it.
public record UnitPage(Organisation unit, List<Link> way, Optional<Link> superior, Optional<Link> predecessor, List<Link> successors,
        List<Filled> posts, List<Filled> past, List<Link> below, List<Act> acts) {

    /// @param standIn the name of whoever stands in today; empty when nobody does
    public record Filled(long personId, String person, String role, String title, Span span, String standIn) {}
}
