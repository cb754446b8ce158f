package org.mingbai.directory.web;

import java.util.List;

/// What an administrator of one kind has to do here.
public record AdministrationPage(List<Desk> desks) {

    /// @param key  of its name; with `.what` of what one does there
    public record Desk(String key, String href) {}
}
