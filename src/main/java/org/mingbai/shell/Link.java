package org.mingbai.shell;

/// Words that lead somewhere. A page's way is a list of these from the top down, the page itself not among them.
public record Link(String label, String href) {}
