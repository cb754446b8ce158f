package org.mingbai.ledger.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.LightSign;

/// What was found for some words: matters, units and people that the asker may know of.
/// @param fault why nothing could be looked for; empty when all is well
public record SearchPage(String words, String fault, List<Found> matters, List<Link> more, List<Unit> units, List<Person> people) {

    /// @param saidIn the file that says what was looked for, where the matter itself does not
    public record Found(String href, String number, String title, String register, Optional<LightSign> light, Optional<Link> saidIn) {}

    /// @param registers where it leads something, each with the count
    public record Unit(String name, String href, List<Link> registers) {}

    public record Person(String name, String href) {}

    public boolean nothing() {
        return matters.isEmpty() && units.isEmpty() && people.isEmpty();
    }
}
