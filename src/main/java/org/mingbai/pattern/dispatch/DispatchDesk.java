package org.mingbai.pattern.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.DueOffer;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Lamps;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.Turning;
import org.springframework.stereotype.Component;

/// What waits to be dispatched by a person, what could be done with it, and giving it to a unit, by the ledger's own act.
@Component
public class DispatchDesk {

    /// As many as are shown at once.
    public static final int SHOWN_MAX = 30;

    private final Matters matters;
    private final DispatchSuggestions suggestions;
    private final Ledger ledger;
    private final Lamps lamps;
    private final Registers registers;
    private final Clock clock;

    DispatchDesk(Matters matters, DispatchSuggestions suggestions, Ledger ledger, Lamps lamps, Registers registers, Clock clock) {
        this.matters = matters;
        this.suggestions = suggestions;
        this.ledger = ledger;
        this.lamps = lamps;
        this.registers = registers;
        this.clock = clock;
    }

    /// A unit said it is not theirs.
    /// @param words why it was agreed to; empty while nobody has decided
    public record Returned(OrganisationId by, LocalDate on, String reason, String basis, String words) {}

    /// A matter without an owner.
    /// @param returned who gave it back, the last first
    /// @param due by when it would have to be handled if it were given to a unit now
    public record Waiting(Matter matter, Turning turning, List<Suggestion> suggestions, List<Returned> returned, LocalDate due) {}

    /// A matter of which a unit says it is not theirs, and nobody has decided.
    public record Disputed(Matter matter, Turning turning, Optional<Returned> returned) {}

    /// @param more whether there are more than are shown
    public record All(List<Waiting> waiting, boolean more, List<Disputed> disputed) {}

    /// What waits for one of this person's posts, what is late or soonest late first.
    public All of(SignedIn who) {
        var listed = matters.waitingAt(who, StageName.LISTED, SHOWN_MAX);
        var book = suggestions.book(who.tenant());
        var asked = matters.waitingAt(who, StageName.RETURN_REQUESTED, SHOWN_MAX);
        return new All(listed.matters().stream().map(matter -> waiting(who, matter, listed, book)).toList(), listed.next().isPresent(),
                asked.matters().stream().map(matter -> new Disputed(matter, turning(asked, matter), returned(lines(asked, matter)).stream().findFirst()))
                        .toList());
    }

    private Waiting waiting(SignedIn who, Matter matter, Matters.Page page, DispatchBook book) {
        var returned = returned(lines(page, matter));
        var due = lamps.offer(who.tenant(), matter).map(DueOffer::day).orElseGet(() -> LocalDate.now(clock)
                .plusDays(registers.policy(who.tenant(), matter.register(), matter.policyVersion()).limitDays()));
        return new Waiting(matter, turning(page, matter),
                suggestions.of(who, matter, book, returned.stream().map(Returned::by).collect(Collectors.toSet())), returned, due);
    }

    private static List<Line> lines(Matters.Page page, Matter matter) {
        return page.journals().getOrDefault(matter.id(), List.of());
    }

    private static Turning turning(Matters.Page page, Matter matter) {
        return page.turnings().getOrDefault(matter.id(), Turning.NEVER);
    }

    /// The last first, without requests that were refused.
    private static List<Returned> returned(List<Line> lines) {
        var all = new ArrayList<Returned>();
        @Nullable Returned asked = null;
        for (var line : lines) {
            if (line.entry() instanceof Entry.ReturnRequested(var reason, var basis)) {
                asked = new Returned(line.as().unit(), line.day(), reason, basis, "");
            } else if (line.entry() instanceof Entry.ReturnDecided(var agreed, var words) && asked != null) {
                if (agreed) {
                    all.addFirst(new Returned(asked.by(), asked.on(), asked.reason(), asked.basis(), words));
                }
                asked = null;
            }
        }
        if (asked != null) {
            all.addFirst(asked);
        }
        return List.copyOf(all);
    }

    /// Gives it to a unit, as the act of the matter's own page would.
    /// @param seen the number of the last entry the reader saw
    public Answer dispatch(SignedIn who, MatterId id, OrganisationId lead, List<OrganisationId> coHandlers, LocalDate due, UUID key, @Nullable Integer seen) {
        return ledger.act(who, id, new Act.Assign(new Assignment(lead, null, List.of(), coHandlers, Deadline.by(due), null)), key, seen);
    }
}
