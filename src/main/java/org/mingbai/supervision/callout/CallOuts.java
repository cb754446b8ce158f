package org.mingbai.supervision.callout;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Right;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.ActKind;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Registers;
import org.mingbai.shell.Visible;
import org.mingbai.shell.database.Attempts;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The verbs of call-outs. Calling makes the called units co-handlers of the matter, and each arrival stands in its journal, in one transaction.
@Component
public class CallOuts {

    /// The kinds a house begins with: joint enforcement, priority work, emergencies.
    public static final List<String> SHIPPED_KINDS = List.of("ENFORCEMENT", "PRIORITY", "EMERGENCY");
    public static final int MINUTES_MAX = 7 * 24 * 60;
    public static final int MINUTES_SHIPPED = 30;

    private static final int TEXT_MAX = 5_000;
    private static final int SHOWN_MAX = 200;
    private static final int OF_MATTER_MAX = 20;

    private final Directory directory;
    private final Registers registers;
    private final Ledger ledger;
    private final Matters matters;
    private final CallTable table;
    private final CallTold told;
    private final Clock clock;
    private final Attempts attempts;

    CallOuts(Directory directory, Registers registers, Ledger ledger, Matters matters, CallTable table, CallTold told, Clock clock, Attempts attempts) {
        this.directory = directory;
        this.registers = registers;
        this.ledger = ledger;
        this.matters = matters;
        this.table = table;
        this.told = told;
        this.clock = clock;
        this.attempts = attempts;
    }

    public List<String> kinds(TenantId tenant) {
        var own = table.kinds(tenant);
        return own.isEmpty() ? SHIPPED_KINDS : own;
    }

    /// Calls units to the spot. The lead unit calls, or the office in its name.
    /// @param minutes until when they have to be there
    /// @param key the same request under it is one call
    public CallAnswer call(SignedIn who, MatterId id, String kind, String reason, List<OrganisationId> units, int minutes, UUID key) {
        return tried(() -> {
            var before = table.under(who.tenant(), key);
            if (before.isPresent()) {
                var call = table.find(who.tenant(), before.get().id()).orElseThrow();
                return before.get().by().equals(who.person()) && says(call, id, kind, reason, units, minutes) ? new CallAnswer.Done(call)
                        : refused(new CallRefusal.KeyUsedBefore());
            }
            var matter = ledger.matter(who, id).orElse(null);
            if (matter == null) {
                return refused(new CallRefusal.NoSuchMatter());
            }
            var fault = fault(who, matter, kind, reason, units, minutes);
            return fault.isPresent() ? refused(fault.get()) : begin(who, matter, kind, reason, units, minutes, key);
        });
    }

    private static boolean says(CallOut call, MatterId matter, String kind, String reason, List<OrganisationId> units, int minutes) {
        return call.matter().equals(matter) && call.kind().equals(kind) && call.reason().equals(reason)
                && call.calledAt().plusMinutes(minutes).isEqual(call.arriveBy())
                && call.called().stream().map(CallOut.Called::unit).collect(toSet()).equals(Set.copyOf(units));
    }

    private Optional<CallRefusal> fault(SignedIn who, Matter matter, String kind, String reason, List<OrganisationId> units, int minutes) {
        var why = ledger.acts(who, matter).getOrDefault(ActKind.CALL_CO_HANDLERS, Optional.empty());
        if (why.isPresent()) {
            return Optional.of(new CallRefusal.OfLedger(why.get()));
        }
        var tree = directory.treeOf(who.tenant());
        if (units.isEmpty()) {
            return Optional.of(new CallRefusal.Missing("units"));
        }
        if (units.contains(matter.lead())) {
            return Optional.of(new CallRefusal.CallsItself("units"));
        }
        if (units.stream().anyMatch(unit -> tree.unit(unit).filter(OrganisationTree.Unit::active).isEmpty())) {
            return Optional.of(new CallRefusal.NoSuchUnit("units"));
        }
        if (units.stream().anyMatch(unit -> ledger.isKeptFrom(who.tenant(), matter, unit))) {
            return Optional.of(new CallRefusal.KeptFrom("units"));
        }
        if (!kinds(who.tenant()).contains(kind)) {
            return Optional.of(new CallRefusal.NoSuchKind("kind"));
        }
        return minutes < 1 || minutes > MINUTES_MAX ? Optional.of(new CallRefusal.LimitOutOfRange("minutes", MINUTES_MAX)) : said("reason", reason);
    }

    private CallAnswer begin(SignedIn who, Matter matter, String kind, String reason, List<OrganisationId> units, int minutes, UUID key) {
        var lead = Objects.requireNonNull(matter.lead());
        int seq = may(ledger.act(who, matter.id(), new Act.CallCoHandlers(units, reason, true), named(key, "co-handlers"), null)).seq();
        var at = at();
        var office = registers.register(who.tenant(), matter.register()).orElseThrow().office();
        var call = new CallOut(0, matter.id(), lead, office, kind, reason, at, seq, at.plusMinutes(minutes), null, null,
                units.stream().distinct().map(unit -> new CallOut.Called(unit, null, null, false, null, null)).toList());
        long id = table.begin(who.tenant(), call, who.person(), key);
        told.called(who.tenant(), table.find(who.tenant(), id).orElseThrow(), matter);
        return done(who, id);
    }

    /// A called unit is there. It says so itself, or the caller notes it.
    public CallAnswer arrive(SignedIn who, long id, OrganisationId unit, @Nullable String words, UUID key) {
        return tried(() -> about(who, id, call -> {
            var called = call.of(unit).orElse(null);
            var as = called == null ? null : handlerAt(who, unit).or(() -> handlerAt(who, call.caller())).orElse(null);
            if (called == null || as == null) {
                return refused(new CallRefusal.NotYours());
            }
            if (call.ended()) {
                return refused(new CallRefusal.EndedAlready());
            }
            var fault = written("words", words);
            if (fault.isPresent()) {
                return refused(fault.get());
            }
            if (!table.arrived(who.tenant(), id, unit, at(), words, !as.unit().equals(unit))) {
                return refused(new CallRefusal.ArrivedAlready(unit));
            }
            may(ledger.record(who, as, call.matter(), new Entry.CoHandlerArrived(unit, words, call.calledSeq()), named(key, "arrival")));
            told.settled(who.tenant(), call, unit);
            return done(who, id);
        }));
    }

    /// The caller says what they did together. Nobody leaves before that: 事不完，人不撤. The same said again is said once.
    public CallAnswer end(SignedIn who, long id, String result) {
        return tried(() -> about(who, id, call -> {
            var as = postOf(who, call).orElse(null);
            if (as == null) {
                return refused(new CallRefusal.NotYours());
            }
            if (call.ended() && result.equals(call.result())) {
                return done(who, id);
            }
            var fault = said("result", result);
            if (fault.isPresent()) {
                return refused(fault.get());
            }
            table.lockOpen(who.tenant(), call.matter());
            if (!table.ended(who.tenant(), id, at(), result)) {
                return refused(new CallRefusal.EndedAlready());
            }
            // Where calls were not told apart, whom another call about the matter still waits for has not been let go by this one.
            var awaited = call.calledSeq() == null ? table.awaited(who.tenant(), call.matter()) : Set.<OrganisationId>of();
            var missing = call.called().stream().filter(one -> one.arrivedAt() == null).map(CallOut.Called::unit).filter(unit -> !awaited.contains(unit))
                    .toList();
            may(ledger.record(who, as, call.matter(), new Entry.CallOutEnded(missing, result, call.calledSeq()),
                    named("callout/" + id + "/end")));
            call.called().forEach(one -> told.settled(who.tenant(), call, one.unit()));
            return done(who, id);
        }));
    }

    /// Tells, once for each, whoever called and whoever is not there although the time is over.
    @Scheduled(initialDelay = 20, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void tellLate() {
        for (var late : table.lateUntold(at(), SHOWN_MAX)) {
            attempts.of(_ -> {
                if (table.toldLate(late, at())) {
                    told.late(late.tenant(), table.find(late.tenant(), late.call()).orElseThrow(), late.unit());
                }
                return late;
            });
        }
    }

    /// The caller rates a called unit, or the called unit the caller, by whose side this person is on.
    public CallAnswer rate(SignedIn who, long id, OrganisationId unit, int grade, @Nullable String words) {
        return tried(() -> about(who, id, call -> {
            boolean ofCaller = handlerAt(who, unit).isPresent() && call.of(unit).isPresent();
            if (call.of(unit).isEmpty() || !ofCaller && handlerAt(who, call.caller()).isEmpty()) {
                return refused(new CallRefusal.NotYours());
            }
            if (!call.ended()) {
                return refused(new CallRefusal.NotEndedYet());
            }
            if (grade < 1 || grade > CallOut.Rating.BEST) {
                return refused(new CallRefusal.GradeOutOfRange("grade"));
            }
            var fault = written("words", words);
            if (fault.isPresent()) {
                return refused(fault.get());
            }
            var rating = new CallOut.Rating(grade, words);
            boolean first = ofCaller ? table.ratedCaller(who.tenant(), id, unit, rating) : table.ratedCalled(who.tenant(), id, unit, rating);
            if (!first) {
                return refused(new CallRefusal.RatedAlready());
            }
            var as = handlerAt(who, ofCaller ? unit : call.caller()).orElseThrow();
            may(ledger.record(who, as, call.matter(), new Entry.CallOutRated(unit, ofCaller, grade, words, call.calledSeq()),
                    named("callout/" + id + "/rated/" + unit.value() + "/" + ofCaller)));
            return done(who, id);
        }));
    }

    /// Empty when there is none, or none this person may know of: who sees the matter sees its calls.
    public Optional<CallOut> find(SignedIn who, long id) {
        return table.find(who.tenant(), id).filter(call -> ledger.matter(who, call.matter()).isPresent());
    }

    public List<CallOut> ofMatter(SignedIn who, MatterId matter) {
        return table.ofMatter(who.tenant(), matter, OF_MATTER_MAX);
    }

    public List<CallOut> list(SignedIn who, CallFilter filter) {
        return table.list(who.tenant(), directory.sightOf(who), matters.keptFrom(who), filter, at(), SHOWN_MAX);
    }

    public List<CallRate> rates(SignedIn who) {
        return table.rates(who.tenant(), directory.sightOf(who), matters.keptFrom(who), at());
    }

    /// Whether this person speaks for the caller, or for the office that calls in its name.
    public boolean calls(SignedIn who, CallOut call) {
        return postOf(who, call).isPresent();
    }

    private Optional<Seat> postOf(SignedIn who, CallOut call) {
        return handlerAt(who, call.caller()).or(() -> Optional.of(new Seat(call.office(), Role.COORDINATOR))
                .filter(seat -> Access.may(who, Right.CALL_OUT) && who.seats().contains(seat)));
    }

    /// The post in which this person speaks for the unit.
    public Optional<Seat> handlerAt(SignedIn who, OrganisationId unit) {
        return Optional.of(new Seat(unit, Role.HANDLER)).filter(who.seats()::contains).filter(_ -> Access.may(who, Right.CALL_OUT));
    }

    private interface Doing {
        CallAnswer with(CallOut call);
    }

    private CallAnswer about(SignedIn who, long id, Doing doing) {
        return find(who, id).map(doing::with).orElseGet(() -> refused(new CallRefusal.NoSuchCall()));
    }

    private static Optional<CallRefusal> said(String field, String text) {
        if (!Visible.says(text)) {
            return Optional.of(new CallRefusal.Missing(field));
        }
        return written(field, text);
    }

    private static Optional<CallRefusal> written(String field, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (text.codePointCount(0, text.length()) > TEXT_MAX) {
            return Optional.of(new CallRefusal.TooLong(field, TEXT_MAX));
        }
        return Visible.hides(text) ? Optional.of(new CallRefusal.HiddenCharacters(field)) : Optional.empty();
    }

    private static Matter may(Answer answer) {
        return switch (answer) {
            case Answer.Done(var matter, _) -> matter;
            case Answer.Refused(var why, _) -> throw new Undone(why instanceof org.mingbai.ledger.Refusal.ChangedMeanwhile
                    ? new CallRefusal.ChangedMeanwhile() : new CallRefusal.OfLedger(why));
        };
    }

    /// Undoes all that was written in this transaction, with the answer for the doer.
    private static final class Undone extends RuntimeException {

        private final transient CallRefusal why;

        Undone(CallRefusal why) {
            super(why.toString(), null, false, false);
            this.why = why;
        }
    }

    /// In one transaction, again when another hand wrote the matter's next entry first.
    private CallAnswer tried(Supplier<CallAnswer> work) {
        try {
            return attempts.of(_ -> work.get()).orElseGet(() -> refused(new CallRefusal.ChangedMeanwhile()));
        } catch (Undone undone) {
            return refused(undone.why);
        }
    }

    private CallAnswer done(SignedIn who, long id) {
        return new CallAnswer.Done(table.find(who.tenant(), id).orElseThrow());
    }

    private static CallAnswer refused(CallRefusal why) {
        return new CallAnswer.Refused(why);
    }

    private static UUID named(UUID key, String what) {
        return named(key + "/" + what);
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private OffsetDateTime at() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
