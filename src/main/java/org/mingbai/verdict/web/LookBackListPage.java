package org.mingbai.verdict.web;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.LightSign;

/// What is to be looked at again by this reader: now, left out by the draw, and later.
public record LookBackListPage(List<Row> now, List<Row> leftOut, List<Row> later, int laterInAll) {

    /// @param look where it is looked at; empty where it is not, yet
    public record Row(Link matter, String look, String register, String unit, String closed, LightSign sign, String due) {}
}
