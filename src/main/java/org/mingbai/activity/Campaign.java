package org.mingbai.activity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;

/// A campaign (专项行动) as its last version tells it.
/// @param version the number of the act that made it so
/// @param office the office that keeps it: whoever coordinates there changes it
/// @param ending nothing while it was not brought to an end
public record Campaign(long id, int version, OrganisationId office, Plan plan, List<Milestone> milestones, @Nullable Ending ending) {

    public static final int MILESTONES_MAX = 60;
    public static final int NAME_MAX = 100;
    public static final int TEXT_MAX = 500;
    public static final int KINDS_MAX = 20;
    public static final int YEARS_MAX = 3;

    /// What it is to be.
    /// @param basis why, and on what paper it rests
    /// @param from and
    /// @param to its first and last day
    /// @param registers whose matters it is about, by code
    /// @param kinds only matters of these kinds; empty for all
    /// @param lead the unit that leads it
    /// @param goal in words
    /// @param target the goal as a number, where it has one
    public record Plan(String name, String basis, LocalDate from, LocalDate to, List<String> registers, List<String> kinds, OrganisationId lead, String goal,
            @Nullable Target target) {

        public Plan {
            registers = List.copyOf(registers);
            kinds = List.copyOf(kinds);
        }
    }

    /// What a figure is to come to.
    /// @param figure its code: a plain text here, as figures are `reporting`'s
    /// @param atMost whether less is better
    public record Target(String figure, BigDecimal value, boolean atMost) {}

    public record Ending(LocalDate on, PersonId by, String words) {}

    /// Where it stands.
    public enum State {
        PLANNED, RUNNING,
        /// Its last day has passed, and nobody has ended it.
        OVER,
        ENDED
    }

    public Campaign {
        milestones = List.copyOf(milestones);
    }

    public State on(LocalDate day) {
        if (ending != null) {
            return State.ENDED;
        }
        return day.isBefore(plan.from()) ? State.PLANNED : day.isAfter(plan.to()) ? State.OVER : State.RUNNING;
    }

    /// How one of its milestones stands on a day.
    public Milestone.State stateOf(Milestone milestone, LocalDate day) {
        return milestone.on(day, ending != null);
    }

    public long reached() {
        return milestones.stream().filter(one -> one.reached() != null).count();
    }

    public List<Milestone> behind(LocalDate day) {
        return milestones.stream().filter(one -> stateOf(one, day) == Milestone.State.BEHIND).toList();
    }

    /// The day its figures are read for: that day while it runs, its last one afterwards.
    public LocalDate countedTo(LocalDate day) {
        var last = ending != null && ending.on().isBefore(plan.to()) ? ending.on() : plan.to();
        return day.isBefore(last) ? day : last;
    }
}
