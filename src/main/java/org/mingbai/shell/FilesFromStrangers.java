package org.mingbai.shell;

import java.util.List;

/// Where whoever is not signed in may bring files; elsewhere a form with files is not even taken apart for them.
/// @param paths what the address begins with
public record FilesFromStrangers(List<String> paths) {}
