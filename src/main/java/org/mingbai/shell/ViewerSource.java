package org.mingbai.shell;

import java.util.Optional;

/// Who is signed in on the request at hand. Implemented by the directory; empty for a resident without an account.
public interface ViewerSource {
    Optional<Viewer> viewer();
}
