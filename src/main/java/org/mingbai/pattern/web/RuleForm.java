package org.mingbai.pattern.web;

import static org.mingbai.shell.Words.t;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.FieldErrors;

/// A rule as it is written down, and what it would have done.
/// @param tried nothing before it was tried
public record RuleForm(Typed typed, List<String> known, String today, List<FollowedPage.Sum> tried, FieldErrors errors) {

    static final int CO_HANDLERS = 2;

    /// As typed.
    public record Typed(String category, String place, String channel, String words, String lead, List<String> coHandlers, String basisTitle,
            String basisArticle, String from, String to) {}

    public List<Link> way() {
        return List.of(new Link(t("pattern.dispatch.title"), DispatchPages.ALL), new Link(t("pattern.dispatch.catalogue.title"), CataloguePages.ALL));
    }
}
