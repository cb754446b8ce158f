package org.mingbai.shell;

/// Where the frame tells how much somebody was told and has not read. Without an implementation there is no such place.
public interface Bell {

    String href();

    /// Asked for on every page, so it must cost next to nothing.
    int unread(Viewer viewer);
}
