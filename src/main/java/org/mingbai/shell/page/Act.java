package org.mingbai.shell.page;

/// Something the reader may do now: a verb and the address of its form. The expected one stands first and alone bears the accent.
public record Act(String verb, String href, boolean expected) {

    /// Something the reader may not do, and why.
    public record WhyNot(String verb, String reason) {}
}
