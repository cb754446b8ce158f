package org.mingbai.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Stage;
import org.mingbai.ledger.TakingOver;

/// What a later copy of a ledger says otherwise than the account does.
/// @param what a key below `intake.difference.`
public record Difference(String what, @Nullable String account, @Nullable String file) {

    /// Only for a matter nobody has worked on here: for any other the account's journal counts.
    static List<Difference> between(Matter matter, TakingOver.Row row, Function<OrganisationId, String> unitName) {
        var found = new ArrayList<Difference>();
        var state = row.state();
        compare(found, "problem", matter.subject().title(), row.subject().title());
        compare(found, "number", matter.subject().number(), row.subject().number());
        compare(found, "goal", matter.subject().goal(), row.subject().goal());
        var lead = state.to() == null ? null : state.to().lead();
        if (!Objects.equals(matter.lead(), lead)) {
            found.add(new Difference("lead", matter.lead() == null ? null : unitName.apply(matter.lead()), lead == null ? null : unitName.apply(lead)));
        }
        compare(found, "owners", matter.assignment() == null ? null : matter.assignment().owners(), state.to() == null ? null : state.to().owners());
        compare(found, "due", told(matter.round().due()), told(state.due()));
        compare(found, "measures", matter.round().standing().stream().map(Measure::text).toList(), state.measures().stream().map(Measure::text).toList());
        compare(found, "progress", matter.progress(), state.progress());
        boolean closed = matter.stage() instanceof Stage.Closed(var outcome, _) && outcome == Outcome.TAKEN_OVER;
        compare(found, "closed", closed, state.closed());
        return found;
    }

    private static @Nullable String told(@Nullable Deadline deadline) {
        return deadline == null ? null : deadline.date() == null ? deadline.kind().name() : deadline.date().toString();
    }

    private static void compare(List<Difference> found, String what, @Nullable Object account, @Nullable Object file) {
        if (!Objects.equals(plain(account), plain(file))) {
            found.add(new Difference(what, account == null ? null : account.toString(), file == null ? null : file.toString()));
        }
    }

    /// White space is no difference.
    private static @Nullable String plain(@Nullable Object value) {
        var text = value == null ? "" : value.toString().replaceAll("\\s+", "");
        return text.isEmpty() || text.equals("[]") ? null : text;
    }
}
