package org.mingbai.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.store.Journals;
import org.mingbai.ledger.store.MatterLists;
import org.mingbai.ledger.store.MatterRow;
import org.springframework.stereotype.Component;

/// Lists and counts of matters, each within what the asker may see.
@Component
public class Matters {

    private final Directory directory;
    private final Registers registers;
    private final Journals journals;
    private final MatterLists lists;

    Matters(Directory directory, Registers registers, Journals journals, MatterLists lists) {
        this.directory = directory;
        this.registers = registers;
        this.journals = journals;
        this.lists = lists;
    }

    /// A page of a register, whole matters in the order asked.
    /// @param next where the following page begins; empty on the last
    public record Page(List<Matter> matters, Optional<MatterFilter.Position> next) {}

    /// How many matters of a register stand where.
    /// @param due the day they are due; empty where nothing is owed or no date was given
    public record Count(StageName stage, @Nullable OrganisationId lead, @Nullable Seat turn, @Nullable LocalDate due, long number) {}

    public Page page(SignedIn who, MatterFilter filter) {
        var office = registers.register(who.tenant(), filter.register()).map(Register::office).orElse(null);
        var rows = office == null
                ? List.<MatterRow>of()
                : lists.page(who.tenant(), filter, directory.sightOf(who), office);
        var shown = rows.subList(0, Math.min(rows.size(), filter.limit()));
        Optional<MatterFilter.Position> next = rows.size() > filter.limit()
                ? Optional.of(new MatterFilter.Position(shown.getLast().due(), shown.getLast().id()))
                : Optional.empty();
        return new Page(folded(who, shown), next);
    }

    /// What waits for one of this person's posts, the most urgent first.
    public List<Matter> tray(SignedIn who, int limit) {
        return folded(who, lists.waitingFor(who.tenant(), List.copyOf(who.seats()), limit));
    }

    /// How many wait for this person's posts, post by post.
    public List<Count> trayCounts(SignedIn who) {
        return lists.countsWaiting(who.tenant(), List.copyOf(who.seats()));
    }

    /// Every count of a register that this person may see, in the finest grain.
    public List<Count> counts(SignedIn who, String register) {
        return registers.register(who.tenant(), register)
                .map(found -> lists.counts(who.tenant(), register, directory.sightOf(who), found.office()))
                .orElse(List.of());
    }

    /// The open matters whose turn falls to a post that nobody fills today: nobody would see them in any tray (I7).
    public List<Matter> orphans(SignedIn who, LocalDate today, int limit) {
        var empty = lists.seatsAwaited(who.tenant()).stream()
                .filter(seat -> directory.holdersOf(who.tenant(), seat, today).isEmpty())
                .toList();
        var sight = directory.sightOf(who);
        return folded(who, lists.waitingFor(who.tenant(), empty, limit)).stream()
                .filter(matter -> matter.parts().stream().anyMatch(unit -> sight.reaches(new OrganisationId(unit))))
                .toList();
    }

    private List<Matter> folded(SignedIn who, List<MatterRow> rows) {
        var ids = rows.stream().map(row -> new MatterId(row.id())).toList();
        return journals.of(who.tenant(), ids).entrySet().stream()
                .map(journal -> Lifecycle.replay(journal.getKey(), journal.getValue()))
                .collect(Collectors.toList());
    }
}
