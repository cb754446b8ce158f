package org.mingbai.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Right;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Light;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.Stage;
import org.mingbai.shell.Visible;
import org.springframework.stereotype.Component;

/// What those who watch over matters do about their clocks and lights. Each verb is an entry in the matter's journal.
@Component
public class Supervision {

    /// How long a light set by hand may stand.
    public static final int SET_DAYS_MAX = 31;

    private final Ledger ledger;
    private final Registers registers;
    private final Directory directory;
    private final TimeRules rules;
    private final Calendars calendars;
    private final Clock clock;

    Supervision(Ledger ledger, Registers registers, Directory directory, TimeRules rules, Calendars calendars, Clock clock) {
        this.ledger = ledger;
        this.registers = registers;
        this.directory = directory;
        this.rules = rules;
        this.calendars = calendars;
        this.clock = clock;
    }

    /// All the clocks of a matter, each with the days on its way.
    public List<RunningClock> clocksOf(TenantId tenant, Matter matter) {
        return Clocks.of(matter, rules.of(tenant), calendars.home(tenant), clock.getZone());
    }

    /// Lets a clock stand still, for a reason its rule knows. Refused to the unit whose clock it is.
    /// @param unit the co-handler whose clock is meant; nothing where the step has one clock
    public Optional<WatchRefusal> pause(SignedIn who, MatterId id, Step step, @Nullable OrganisationId unit, PauseReason reason, String words, UUID key) {
        var entry = new Entry.ClockPaused(step.name(), reason.name(), words.strip(), unit);
        return about(who, id, entry, key, (matter, as) -> {
            var running = running(who.tenant(), matter, step, unit);
            if (running.isEmpty()) {
                return refuse(new WatchRefusal.NotRunning(step));
            }
            if (running.size() > 1) {
                return refuse(new WatchRefusal.WhichUnit(step));
            }
            if (running.getFirst().unit().equals(as.unit())) {
                return refuse(new WatchRefusal.NotYours());
            }
            if (running.getFirst().pausedByHand()) {
                return refuse(new WatchRefusal.StandsAlready(step));
            }
            var allowed = pausesOf(running.getFirst());
            if (reason == PauseReason.PARKED) {
                return refuse(new WatchRefusal.ByParking());
            }
            if (!allowed.contains(reason)) {
                return refuse(new WatchRefusal.NotForThisReason(step, allowed));
            }
            return said(words).or(() -> write(who, as, matter, entry, key));
        });
    }

    /// The reasons for which this clock may be stopped by hand.
    public static Set<PauseReason> pausesOf(RunningClock clock) {
        var reasons = EnumSet.noneOf(PauseReason.class);
        if (clock.rule() != null) {
            reasons.addAll(clock.rule().pauses());
        }
        reasons.remove(PauseReason.PARKED);
        return reasons;
    }

    /// Lets it go on.
    /// @param unit the co-handler whose clock is meant; nothing where the step has one clock
    public Optional<WatchRefusal> resume(SignedIn who, MatterId id, Step step, @Nullable OrganisationId unit, String words, UUID key) {
        var entry = new Entry.ClockResumed(step.name(), words.strip(), unit);
        return about(who, id, entry, key, (matter, as) -> {
            var stands = running(who.tenant(), matter, step, unit).stream().filter(RunningClock::paused).toList();
            if (stands.isEmpty()) {
                return refuse(new WatchRefusal.StandsNot(step));
            }
            if (stands.size() > 1) {
                return refuse(new WatchRefusal.WhichUnit(step));
            }
            if (!stands.getFirst().pausedByHand()) {
                return refuse(new WatchRefusal.ByParking());
            }
            return said(words).or(() -> write(who, as, matter, entry, key));
        });
    }

    /// Sets the light against what the dates say, until a day not too far off; the reasons stay readable beside it.
    public Optional<WatchRefusal> setLight(SignedIn who, MatterId id, Light.Sign sign, String reason, LocalDate until, UUID key) {
        var today = LocalDate.now(clock);
        var entry = new Entry.LightSet(sign, reason.strip(), until);
        return about(who, id, entry, key, (matter, as) -> {
            if (!matter.open() || matter.stage() instanceof Stage.Parked || sign == Light.Sign.PARKED || sign == Light.Sign.CLOSED) {
                return refuse(new WatchRefusal.NoLight());
            }
            if (until.isBefore(today)) {
                return refuse(new WatchRefusal.DayBeforeToday());
            }
            if (until.isAfter(today.plusDays(SET_DAYS_MAX))) {
                return refuse(new WatchRefusal.DayTooFar(today.plusDays(SET_DAYS_MAX)));
            }
            return said(reason).or(() -> write(who, as, matter, entry, key));
        });
    }

    /// Lets the dates speak again before the light set by hand has run out.
    public Optional<WatchRefusal> releaseLight(SignedIn who, MatterId id, String reason, UUID key) {
        var entry = new Entry.LightReleased(reason.strip());
        return about(who, id, entry, key, (matter, as) -> matter.watching().light() == null ? refuse(new WatchRefusal.NotSet())
                : said(reason).or(() -> write(who, as, matter, entry, key)));
    }

    /// Whether this person may stop clocks and set lights in this matter.
    public boolean watchesOver(SignedIn who, Matter matter) {
        return seatOver(who, matter).isPresent();
    }

    /// The coordinator of the register's office, or the leader of the office or of a unit above the lead; neither if he is of the lead unit or
    /// below it.
    private Optional<Seat> seatOver(SignedIn who, Matter matter) {
        if (!Access.may(who, Right.SUPERVISE)) {
            return Optional.empty();
        }
        var office = registers.register(who.tenant(), matter.register()).orElseThrow().office();
        var tree = directory.treeOf(who.tenant());
        return who.seats().stream().filter(seat -> matter.lead() == null || !tree.isWithin(seat.unit(), matter.lead()))
                .filter(seat -> seat.role() == Role.COORDINATOR && seat.unit().equals(office)
                        || seat.role() == Role.LEADER && (tree.isWithin(office, seat.unit())
                                || matter.lead() != null && tree.isWithin(matter.lead(), seat.unit())))
                .min(Comparator.comparing(Seat::role));
    }

    /// Whether a light can be set by hand, or one that was can be let go.
    public boolean hasLightToSet(Matter matter) {
        return matter.open() && (!(matter.stage() instanceof Stage.Parked) || matter.watching().light() != null);
    }

    private interface Doing {
        Optional<WatchRefusal> to(Matter matter, Seat as);
    }

    /// The same form sent again is answered as it was the first time, whatever it has changed.
    private Optional<WatchRefusal> about(SignedIn who, MatterId id, Entry entry, UUID key, Doing doing) {
        var matter = ledger.matter(who, id);
        if (matter.isEmpty()) {
            return refuse(new WatchRefusal.NoSuchMatter());
        }
        return seatOver(who, matter.get())
                .map(seat -> ledger.wrote(who, key) ? write(who, seat, matter.get(), entry, key) : doing.to(matter.get(), seat))
                .orElseGet(() -> refuse(new WatchRefusal.NotYours()));
    }

    private List<RunningClock> running(TenantId tenant, Matter matter, Step step, @Nullable OrganisationId unit) {
        return clocksOf(tenant, matter).stream().filter(one -> one.step() == step && one.runs() && one.rule() != null)
                .filter(one -> unit == null || one.unit().equals(unit)).toList();
    }

    private static Optional<WatchRefusal> said(String words) {
        return !Visible.says(words) ? refuse(new WatchRefusal.NoReason()) : Optional.empty();
    }

    private Optional<WatchRefusal> write(SignedIn who, Seat as, Matter matter, Entry entry, UUID key) {
        return switch (ledger.record(who, as, matter.id(), entry, key)) {
            case Answer.Done _ -> Optional.empty();
            case Answer.Refused(var why, _) -> refuse(new WatchRefusal.OfLedger(why));
        };
    }

    private static Optional<WatchRefusal> refuse(WatchRefusal why) {
        return Optional.of(why);
    }
}
