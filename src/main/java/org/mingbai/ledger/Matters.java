package org.mingbai.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.store.FileWords;
import org.mingbai.ledger.store.Journals;
import org.mingbai.ledger.store.MatterLists;
import org.mingbai.ledger.store.MatterRow;
import org.springframework.stereotype.Component;

/// Lists and counts of matters, each within what the asker may see.
@Component
public class Matters {

    private static final int JOURNALS_AT_ONCE = 500;

    private final Directory directory;
    private final Registers registers;
    private final Journals journals;
    private final MatterLists lists;
    private final FileWords fileWords;

    Matters(Directory directory, Registers registers, Journals journals, MatterLists lists, FileWords fileWords) {
        this.directory = directory;
        this.registers = registers;
        this.journals = journals;
        this.lists = lists;
        this.fileWords = fileWords;
    }

    /// A page of a list, whole matters in the order asked.
    /// @param next where the following page begins; empty on the last
    /// @param journals what they were folded from
    /// @param turnings when their lights turn
    public record Page(List<Matter> matters, Optional<MatterFilter.Position> next, Map<MatterId, List<Line>> journals,
            Map<MatterId, Turning> turnings) {}

    /// How many matters of a register stand where.
    /// @param due the day they are due; empty where nothing is owed or no date was given
    /// @param turning when their lights turn
    public record Count(String register, StageName stage, @Nullable OrganisationId lead, @Nullable Seat turn, @Nullable LocalDate due,
            Turning turning, long number) {}

    public Page page(SignedIn who, MatterFilter filter) {
        var office = registers.register(who.tenant(), filter.register()).map(Register::office).orElse(null);
        var rows = office == null
                ? List.<MatterRow>of()
                : lists.page(who.tenant(), filter, purview(who), office);
        return page(who, rows, filter.limit());
    }

    /// Of a page that was asked for by words: which file says what the matter itself does not, so that nobody wonders why it is there.
    public Map<MatterId, Evidence.File> saidByFiles(SignedIn who, MatterFilter filter, Page page) {
        if (filter.words() == null || MatterNumber.parse(filter.words()).isPresent()) {
            return Map.of();
        }
        return fileWords.saidBy(who.tenant(), filter.words(), page.matters().stream()
                .map(matter -> new FileWords.Asked(matter, Evidence.withText(page.journals().getOrDefault(matter.id(), List.of())))).toList());
    }

    /// Those of them that this person may see.
    public List<Matter> these(SignedIn who, Collection<MatterId> ids) {
        return these(who, ids, lines -> MaskedReading.of(who, lines));
    }

    /// Those of them that this person may see, as they were typed: to be compared with a file, never to be shown.
    public List<Matter> asTyped(SignedIn who, Collection<MatterId> ids) {
        return these(who, ids, UnaryOperator.identity());
    }

    private List<Matter> these(SignedIn who, Collection<MatterId> ids, UnaryOperator<List<Line>> read) {
        var purview = purview(who);
        return journals.of(who.tenant(), Set.copyOf(ids)).entrySet().stream()
                .filter(journal -> !journal.getValue().isEmpty())
                .map(journal -> Lifecycle.replay(journal.getKey(), read.apply(journal.getValue())))
                .filter(matter -> covers(who, purview, matter))
                .toList();
    }

    /// The matters that complain of this person's units: for what other modules list and count about matters (I4).
    public Set<MatterId> keptFrom(SignedIn who) {
        return lists.keptFrom(who.tenant(), purview(who));
    }

    private boolean covers(SignedIn who, Purview purview, Matter matter) {
        return registers.register(who.tenant(), matter.register()).filter(register -> purview.covers(matter, register.office())).isPresent();
    }

    /// The journals of these as they were written: for what the product counts on its own, never to be shown.
    public Map<MatterId, List<Line>> journals(TenantId tenant, Collection<MatterId> ids) {
        return journals.of(tenant, ids);
    }

    /// Which matters this person may know of: for what other modules list and count about matters.
    public Purview purview(SignedIn who) {
        return Purview.of(who, directory, registers);
    }

    /// What waits for one of this person's posts, the most urgent first.
    public List<Matter> tray(SignedIn who, int limit) {
        return tellAll(who, lists.waitingFor(who.tenant(), List.copyOf(who.seats()), purview(who), limit)).matters();
    }

    public Page tray(SignedIn who, TrayFilter filter) {
        return page(who, lists.waitingFor(who.tenant(), List.copyOf(who.seats()), purview(who), filter), filter.limit());
    }

    /// What waits for one of this person's posts at one stage, what is late first or will be soonest first.
    public Page waitingAt(SignedIn who, StageName stage, int limit) {
        return page(who, lists.waitingAt(who.tenant(), List.copyOf(who.seats()), purview(who), stage, limit), limit);
    }

    /// The newest matters that a unit brought to an end, for the product's own learning: never to be shown to anybody, whom one might be kept
    /// from. Those that complain of somebody are not among them, nor those that were nobody's work: repeated, withdrawn or another's.
    public List<Matter> endedByUnits(TenantId tenant, int limit) {
        var ids = lists.endedByUnits(tenant, limit);
        var ended = new ArrayList<Matter>(ids.size());
        for (int at = 0; at < ids.size(); at += JOURNALS_AT_ONCE) {
            journals.of(tenant, ids.subList(at, Math.min(ids.size(), at + JOURNALS_AT_ONCE)))
                    .forEach((id, lines) -> ended.add(Lifecycle.replay(id, lines)));
        }
        return ended.stream().filter(matter -> matter.concern().about().isEmpty()).toList();
    }

    /// How many wait for this person's posts, post by post.
    public List<Count> trayCounts(SignedIn who) {
        return lists.countsWaiting(who.tenant(), List.copyOf(who.seats()), purview(who));
    }

    /// Every count of a register that this person may see, in the finest grain.
    public List<Count> counts(SignedIn who, String register) {
        return registers.register(who.tenant(), register)
                .map(found -> lists.counts(who.tenant(), register, purview(who), found.office()))
                .orElse(List.of());
    }

    /// The open matters whose turn falls to a post that nobody fills today: nobody would see them in any tray (I7).
    public List<Matter> orphans(SignedIn who, LocalDate today, int limit) {
        var purview = purview(who);
        return tellAll(who, lists.waitingFor(who.tenant(), unfilled(who, today), purview, limit)).matters().stream()
                .filter(matter -> covers(who, purview, matter))
                .toList();
    }

    /// How many have their turn in such posts, and how many in posts that somebody fills: together all that is owed in the tenant (I7), as
    /// far as this person may know of it.
    public record Balance(long inTrays, long orphans, long owed) {}

    public Balance balance(SignedIn who, LocalDate today) {
        var waiting = lists.countsAwaited(who.tenant(), purview(who));
        var unfilled = List.copyOf(unfilled(who, today));
        long orphans = waiting.entrySet().stream().filter(e -> unfilled.contains(e.getKey())).mapToLong(Map.Entry::getValue).sum();
        long inTrays = waiting.entrySet().stream().filter(e -> !unfilled.contains(e.getKey())).mapToLong(Map.Entry::getValue).sum();
        return new Balance(inTrays, orphans, lists.owed(who.tenant(), purview(who)));
    }

    private Collection<Seat> unfilled(SignedIn who, LocalDate today) {
        return lists.seatsAwaited(who.tenant(), purview(who)).stream()
                .filter(seat -> directory.holdersOf(who.tenant(), seat, today).isEmpty())
                .toList();
    }

    private Page page(SignedIn who, List<MatterRow> rows, int limit) {
        var shown = rows.subList(0, Math.min(rows.size(), limit));
        Optional<MatterFilter.Position> next = rows.size() > limit
                ? Optional.of(new MatterFilter.Position(shown.getLast().due(), shown.getLast().id()))
                : Optional.empty();
        var told = tellAll(who, shown);
        return new Page(told.matters(), next, told.journals(),
                shown.stream().collect(Collectors.toMap(row -> new MatterId(row.id()), MatterRow::turning)));
    }

    private record Told(List<Matter> matters, Map<MatterId, List<Line>> journals) {}

    private Told tellAll(SignedIn who, List<MatterRow> rows) {
        var told = journals.of(who.tenant(), rows.stream().map(row -> new MatterId(row.id())).toList());
        var matters = new ArrayList<Matter>(told.size());
        var read = new LinkedHashMap<MatterId, List<Line>>();
        told.forEach((id, lines) -> {
            read.put(id, MaskedReading.of(who, lines));
            matters.add(Lifecycle.replay(id, read.get(id)));
        });
        return new Told(List.copyOf(matters), read);
    }
}
