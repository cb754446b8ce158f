package org.mingbai.shell.page;

import java.util.Optional;

/// Long work while it runs. The page asks again by itself, and by a link where there is no script.
///
/// @param total 0 while it is not known
/// @param href  the page that shows it
public record Progress(String label, long done, long total, String href, Optional<String> cancelHref) {

    private static final long ALL = 100;

    public long percent() {
        return total == 0 ? 0 : done * ALL / total;
    }

    public boolean finished() {
        return total > 0 && done >= total;
    }
}
