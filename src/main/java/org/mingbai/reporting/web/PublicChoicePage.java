package org.mingbai.reporting.web;

import java.time.OffsetDateTime;
import java.util.List;
import org.mingbai.shell.page.FieldErrors;

/// Which figures stand on the public site, and who put them there.
/// @param seen the last change this shows
/// @param site where everybody reads them
public record PublicChoicePage(List<Part> parts, int seen, String site, List<Change> changes, FieldErrors errors) {

    /// What the name of a field begins with; the figure's code follows.
    public static final String SHOW = "show-";

    /// Figures of one subject.
    public record Part(String name, List<One> figures) {}

    public record One(String code, String name, String means, boolean shown) {}

    public record Change(OffsetDateTime at, String who, String what) {}
}
