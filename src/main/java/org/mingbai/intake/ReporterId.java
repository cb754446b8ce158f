package org.mingbai.intake;

/// A reporter's place in the vault; says nothing of who it is.
public record ReporterId(long value) {}
