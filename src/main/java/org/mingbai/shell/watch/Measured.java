package org.mingbai.shell.watch;

import java.util.List;

/// A module that has something waiting says how much, and for how long. It is asked often, so it must be quick.
public interface Measured {

    List<Measure> measures();
}
