package org.mingbai.directory;

/// One person as the directory knows them. `version` rises with every change.
public record Person(PersonId id, String name, int version) {}
