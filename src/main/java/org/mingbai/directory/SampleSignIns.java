package org.mingbai.directory;

import java.util.List;

/// Sign-ins that a sample offers on its sign-in page. A real installation has no such bean.
public interface SampleSignIns {

    /// @param what who that is, in the reader's language
    record Offered(String login, String password, String what) {}

    List<Offered> offered();
}
