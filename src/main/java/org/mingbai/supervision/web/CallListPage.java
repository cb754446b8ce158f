package org.mingbai.supervision.web;

import java.util.List;
import org.mingbai.shell.page.Tab;

/// Call-outs one may know of, and how units answer them.
/// @param unit whose calls are shown; empty for all
public record CallListPage(List<Tab> tabs, String unit, List<CallView> calls, List<Rate> rates) {

    /// Each number opens its calls.
    public record Rate(String name, Number called, Number inTime, Number late, Number absent, Number released) {}

    public record Number(int value, String href) {}
}
