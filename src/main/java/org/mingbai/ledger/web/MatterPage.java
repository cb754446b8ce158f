package org.mingbai.ledger.web;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Act;
import org.mingbai.shell.page.LightSign;
import org.mingbai.shell.page.Tab;

/// Everything one page says of a matter.
/// @param open what stands where the seal of a further round will be, while it is open
/// @param round which round it is in; empty while there has been but one
/// @param lit whether it has a light: what went another way has none
/// @param dayTold whether the reason says no more than how far off the day is
/// @param due the day that counts now; empty when nothing is owed
/// @param verdict what those who raised it said of this round; empty while nobody asked
/// @param words the problem as its reporter put it; empty when the title says it all
public record MatterPage(String title, List<Link> way, String number, String words, String round, String stage, boolean lit,
        LightSign sign, String signWord, String reason, boolean dayTold, List<Worry> worries,
        Optional<Due> due, Optional<Next> next, String verdict, List<Fact> facts, List<Seal> seals, Optional<String> open,
        List<Step> measures, List<Fact> dates,
        List<Past> past, List<Link> joined, Optional<Into> into, List<Told> story, List<Tab> by, List<Tab> what,
        List<Doing> acts, List<Act.WhyNot> whyNot, List<Panel> panels) {

    /// How far off a day is stands with the day already.
    public String reasonShown() {
        return dayTold && due.isPresent() && due.get().on().isPresent() ? "" : reason;
    }

    /// A further reason for the light.
    public record Worry(LightSign sign, String text) {}

    /// What comes next and who holds it.
    /// @param names nobody: it is on the list of those without an owner
    public record Next(String verb, String post, List<String> names) {}

    /// @param word what stands in place of a day
    /// @param first the date first given, where another one counts now
    public record Due(String label, Optional<LocalDate> on, String word, Optional<LocalDate> first) {}

    /// The matter this one was joined to, and what becomes of the answer of those who raised this one.
    public record Into(Link matter, String answer) {}

    public record Fact(String label, String text, Optional<String> href) {

        static Fact of(String label, String text) {
            return new Fact(label, text, Optional.empty());
        }
    }

    /// @param caption which round it closes; empty while there has been but one
    public record Seal(String outcome, LocalDate on, boolean cracked, String caption) {}

    /// A measure with its proof.
    public record Step(int number, String text, String kind, String goal, String owner, Optional<LocalDate> due, String dueWord, int percent,
            Optional<LightSign> sign, String signWord, String state, String dropped, Optional<Link> shared, List<Proof> proof, List<String> notes) {}

    /// An earlier round, as it ended.
    public record Past(int number, LocalDate openedOn, String lead, String ending, String verdict, List<Seal> seals, List<Step> measures) {}

    /// An act its reader may do: an address, opened in place where there is script.
    public record Doing(String verb, String href, boolean expected) {}

    public record Panel(String id, String title, Content content) {}
}
