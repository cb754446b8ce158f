package org.mingbai.shell;

import java.util.Optional;
import java.util.Set;

/// Who looks at the page, as the frame shows it: name, unit, whom they stand in for (ready to read), and what they may do.
public record Viewer(String name, String unit, Optional<String> standingInFor, Set<String> rights) {

    public boolean may(String right) {
        return rights.contains(right);
    }
}
