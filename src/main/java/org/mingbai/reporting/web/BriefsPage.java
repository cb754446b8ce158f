package org.mingbai.reporting.web;

import java.util.List;
import org.mingbai.shell.Link;

/// Reports this person may read, and with what they may begin one.
public record BriefsPage(List<Row> rows, List<Link> skeletons) {

    public record Row(Link title, String state, String period, String number, String unit) {}
}
