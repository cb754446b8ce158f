package org.mingbai.shell.page;

import java.util.OptionalLong;

/// One of several views of the same thing, each at an address of its own.
public record Tab(String label, String href, boolean current, OptionalLong count) {

    public Tab(String label, String href, boolean current) {
        this(label, href, current, OptionalLong.empty());
    }
}
