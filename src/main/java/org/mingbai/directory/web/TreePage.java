package org.mingbai.directory.web;

import java.util.List;
import java.util.Optional;

/// The directory from the top down, or what was found in it.
public record TreePage(List<Branch> tops, String words, Optional<Found> found, boolean mayFound) {

    /// @param people who hold a post right there
    /// @param below  shown with it; empty where there are too many to show at once
    /// @param hidden how many units stand directly below that are not shown
    public record Branch(long id, String name, int people, List<Branch> below, int hidden, boolean open) {}

    public record Found(List<Hit> units, List<Hit> people) {

        public boolean isEmpty() {
            return units.isEmpty() && people.isEmpty();
        }
    }

    public record Hit(String name, String where, String href) {}
}
