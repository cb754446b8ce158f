package org.mingbai.shell;

import java.util.Optional;
import java.util.Set;

/// Who looks at the page: the keys of tenant and person, and as the frame shows them name, unit and whom they stand in for
/// (ready to read), and what they may do.
public record Viewer(int tenant, long person, String name, String unit, Optional<String> standingInFor, Set<String> rights) {

    public boolean may(String right) {
        return rights.contains(right);
    }
}
