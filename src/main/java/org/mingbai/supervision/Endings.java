package org.mingbai.supervision;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.supervision.clock.ClockTable;
import org.springframework.stereotype.Component;

/// Which clocks are late, and which end soon, within what the asker may see.
@Component
public class Endings {

    /// How far ahead "soon" reaches, today included.
    public static final int SOON_DAYS = 7;
    public static final int PAGE = 100;

    /// How many pages of clocks one asks through before it shows what it found.
    private static final int PAGES_READ_MAX = 20;

    /// The time asked about.
    public enum When { LATE, SOON }

    /// @param soon how many end today or within the six days after
    public record Sum(OrganisationId unit, Optional<String> leader, long late, long soon) {}

    /// A clock with its matter.
    public record Ending(ClockRow clock, Matter matter) {}

    /// @param next where the following page begins; empty on the last
    public record Page(List<Ending> endings, Optional<ClockTable.Position> next) {}

    private final ClockTable table;
    private final Matters matters;
    private final Registers registers;
    private final Directory directory;
    private final Clock clock;

    Endings(ClockTable table, Matters matters, Registers registers, Directory directory, Clock clock) {
        this.table = table;
        this.matters = matters;
        this.registers = registers;
        this.directory = directory;
        this.clock = clock;
    }

    /// By unit and leader. Whoever sees a register's office sees all its clocks; others those of the units they see.
    public List<Sum> sums(SignedIn who) {
        var sight = directory.sightOf(who);
        var seen = registers.of(who.tenant()).stream().filter(register -> sight.reaches(register.office())).map(Register::code).collect(Collectors.toSet());
        record Place(OrganisationId unit, Optional<String> leader) {}
        return table.sums(who.tenant(), clock.instant(), soon(), matters.keptFrom(who)).stream()
                .filter(sum -> seen.contains(sum.register()) || sight.reaches(sum.unit()))
                .collect(Collectors.groupingBy(sum -> new Place(sum.unit(), Optional.ofNullable(sum.leader())), LinkedHashMap::new,
                        Collectors.toList()))
                .entrySet().stream()
                .map(place -> new Sum(place.getKey().unit(), place.getKey().leader(),
                        place.getValue().stream().filter(ClockTable.Sum::late).mapToLong(ClockTable.Sum::number).sum(),
                        place.getValue().stream().filter(sum -> !sum.late()).mapToLong(ClockTable.Sum::number).sum()))
                .toList();
    }

    /// The clocks behind a number, the longest due first. A page may hold fewer than there are where most of what was read is not this person's to see.
    /// @param unit nothing for all units
    public Page page(SignedIn who, When when, @Nullable OrganisationId unit, @Nullable String leader, ClockTable.@Nullable Position after) {
        var now = clock.instant();
        var found = new ArrayList<Ending>();
        var position = after;
        for (int looked = 0; looked < PAGES_READ_MAX; looked++) {
            var asked = new ClockTable.Asked(unit, leader, null, when == When.LATE ? Instant.EPOCH : now.plusNanos(1000),
                    when == When.LATE ? now.plusNanos(1000) : soon(), position, PAGE + 1);
            var rows = table.ending(who.tenant(), asked);
            var sight = directory.sightOf(who);
            var seen = matters.these(who, rows.stream().map(ClockRow::matter).toList()).stream()
                    .collect(Collectors.toMap(Matter::id, matter -> matter, (one, _) -> one));
            for (var row : rows) {
                if (seen.containsKey(row.matter()) && (sight.reaches(row.unit()) || reachesOffice(who, row.register()))) {
                    found.add(new Ending(row, seen.get(row.matter())));
                }
                position = new ClockTable.Position(row.lateFrom(), row.matter().value(), row.step().name(), row.startedSeq(),
                        row.unit().value());
                if (found.size() == PAGE) {
                    return new Page(List.copyOf(found), Optional.of(position));
                }
            }
            if (rows.size() <= PAGE) {
                return new Page(List.copyOf(found), Optional.empty());
            }
        }
        return new Page(List.copyOf(found), Optional.ofNullable(position));
    }

    /// All the clocks of one matter, as lists know them.
    public List<ClockRow> of(SignedIn who, MatterId matter) {
        return matters.these(who, List.of(matter)).isEmpty() ? List.of() : table.of(who.tenant(), matter);
    }

    private boolean reachesOffice(SignedIn who, String register) {
        return registers.register(who.tenant(), register).filter(one -> directory.sightOf(who).reaches(one.office())).isPresent();
    }

    private Instant soon() {
        return LocalDate.now(clock).plusDays(SOON_DAYS).atStartOfDay(clock.getZone()).plusSeconds(1).toInstant();
    }
}
