package org.mingbai.reporting.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.FieldErrors;

/// A Word file held against its report.
public record BriefCheckPage(List<Link> way, Optional<Result> result, FieldErrors errors) {

    public record Result(Link brief, String sentence, List<Line> lines) {}

    public record Line(String kind, String name, String says, String should) {}
}
