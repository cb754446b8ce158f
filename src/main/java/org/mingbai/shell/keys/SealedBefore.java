package org.mingbai.shell.keys;

/// Whoever keeps something sealed says so: a new key file beside it would make it look lost.
public interface SealedBefore {

    /// Whether anything was ever sealed there.
    boolean any();
}
