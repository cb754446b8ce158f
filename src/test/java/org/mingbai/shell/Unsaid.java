package org.mingbai.shell;

/// A handler in the package of the shell, one of whose methods has forgotten to say that it is open.
public final class Unsaid {

    public void open() {}

    @Open("said")
    public void said() {}
}
