package org.mingbai.shell;

/// Where the frame's search box asks. Without an implementation there is no box.
///
/// The page at that address takes `q`, works without script, and holds its answers in an element with the id `found`,
/// which is also shown under the box while somebody types.
public interface Search {
    String href();
}
