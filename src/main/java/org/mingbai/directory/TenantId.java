package org.mingbai.directory;

/// A body that keeps its own account: a township, a city, a school, a hospital. First in the key of every row.
public record TenantId(int value) {}
