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
/// @param words the problem as its reporter put it; empty when the title says it all
public record MatterPage(String title, List<Link> way, String number, String words, String stage, LightSign sign, String signWord, String reason,
        Optional<Next> next, List<Fact> facts, List<Seal> seals, List<Step> measures, Optional<ClockFace> clock, List<Fact> dates,
        List<Past> past, List<Link> joined, Optional<Link> into, List<Told> story, List<Tab> by, List<Tab> what,
        List<Doing> acts, List<Act.WhyNot> whyNot, List<Panel> panels) {

    /// What comes next and who holds it.
    /// @param names nobody: it is on the list of those without an owner
    public record Next(String verb, String post, List<String> names) {}

    public record Fact(String label, String text, Optional<String> href) {

        static Fact of(String label, String text) {
            return new Fact(label, text, Optional.empty());
        }
    }

    public record Seal(String outcome, LocalDate on, boolean cracked) {}

    /// A measure with its proof.
    public record Step(int number, String text, String kind, String goal, String owner, Optional<LocalDate> due, String dueWord, int percent,
            Optional<LightSign> sign, String signWord, String state, String dropped, Optional<Link> shared, List<Proof> proof, List<String> notes) {}

    public record ClockFace(LocalDate start, LocalDate due, LocalDate original) {}

    /// An earlier round, as it ended.
    public record Past(int number, LocalDate openedOn, String lead, String ending, Optional<Seal> seal, List<Step> measures) {}

    /// An act its reader may do: an address, opened in place where there is script.
    public record Doing(String verb, String href, boolean expected) {}

    public record Panel(String id, String title, Content content) {}
}
