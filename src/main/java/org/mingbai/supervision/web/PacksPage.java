package org.mingbai.supervision.web;

import java.util.List;

/// All that the product ships.
public record PacksPage(List<Line> packs) {

    public record Line(String href, String name, String about, String standing) {}
}
