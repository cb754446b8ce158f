package org.mingbai.shell.api;

import java.util.Map;

/// A part of a path that takes one of several words, each with a body of its own: told as so many paths.
public interface Cases {

    /// The variable's name in the path.
    String variable();

    /// By the word, what is sent.
    Map<String, Class<?>> bodies();
}
