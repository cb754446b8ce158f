package org.mingbai.verdict.web;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.LightSign;

/// The call-back desk: who is to be asked by this reader, and what the draw left out.
public record CallBackListPage(List<Row> rows, List<Row> leftOut) {

    /// @param tried how often in vain; may be empty
    /// @param due empty where no clock runs
    public record Row(Link ask, String register, String unit, String claimed, String since, LightSign sign, String due, String tried) {}
}
