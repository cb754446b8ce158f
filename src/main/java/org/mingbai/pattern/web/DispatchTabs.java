package org.mingbai.pattern.web;

import static org.mingbai.shell.Words.t;

import java.util.List;
import java.util.OptionalLong;
import org.mingbai.shell.page.Tab;

/// The four pages of dispatching, beside each other.
final class DispatchTabs {

    private DispatchTabs() {}

    static List<Tab> at(String href) {
        return List.of(tab("pattern.dispatch.tab.desk", DispatchPages.ALL, href), tab("pattern.dispatch.catalogue.title", CataloguePages.ALL, href),
                tab("pattern.dispatch.followed.title", CataloguePages.FOLLOWED, href), tab("pattern.dispatch.learning.title", LearningPages.ALL, href));
    }

    private static Tab tab(String key, String own, String href) {
        return new Tab(t(key), own, own.equals(href), OptionalLong.empty());
    }
}
