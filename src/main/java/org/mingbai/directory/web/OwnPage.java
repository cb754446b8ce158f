package org.mingbai.directory.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.directory.OwnPlace;
import org.mingbai.directory.Span;

/// One's own account: posts, whom one has asked to stand in, for whom one stands in, and where the rest is set.
public record OwnPage(String name, List<OwnPost> posts, List<Lent> standsInFor, List<OwnPlace> more) {

    public record OwnPost(long id, String unit, long unitId, String role, String title, Span span, List<Lent> lent) {}

    /// @param id of the stand-in, while it can still be taken back
    public record Lent(String name, String what, Span span, Optional<Long> id) {}
}
