package org.mingbai.ledger.web;

import static java.util.stream.Collectors.joining;
import static org.mingbai.shell.Words.t;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingbai.ledger.Policy;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// The rules of a register told in words, with every version there has been.
/// @param told one sentence each
/// @param keeping empty for those to whom the register is not theirs to keep
public record PolicyPage(String code, String name, String office, Policy policy, LocalDate from, List<String> told, List<Past> versions,
                         Optional<Keeping> keeping) {

    public record Past(int version, LocalDate from, boolean inForce, String basis, List<String> told) {}

    /// @param steps the checks and layers that can be switched on and off
    public record Keeping(Form form, List<Switch> layers, List<Switch> steps, List<Choice> offices, LocalDate today, FieldErrors errors) {}

    public record Switch(String value, String label, boolean on) {}

    /// As it was typed.
    public record Form(String seen, String basis, String from, String noticeDays, String lookBackDays, String limitDays, String extensionDaysMax,
                       String returnsMax, boolean verdict, boolean dissatisfactionReopens, boolean unreachedMaySolve, boolean reviewable,
                       List<String> layers, List<String> steps, String zh, String en, String office, boolean open, boolean published) {}

    public String columns() {
        return policy.columns().stream().map(ColumnLabel::of).collect(joining(t("ledger.column.and")));
    }

    public List<Link> way() {
        return List.of(new Link(t("ledger.register.title"), "/registers"), new Link(name, "/registers/" + code));
    }
}
