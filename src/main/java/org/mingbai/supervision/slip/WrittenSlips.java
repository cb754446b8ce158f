package org.mingbai.supervision.slip;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Right;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.supervision.Demand;
import org.mingbai.supervision.DemandKind;
import org.mingbai.supervision.Demands;
import org.springframework.stereotype.Component;

/// Writes the events of slips, and with each, in the transaction at hand, what it means beyond the slip. Whether an act may be done is decided
/// before, in `Slips`.
@Component
class WrittenSlips {

    /// An estimate until offices have counted: reading, asking around, writing an answer.
    static final int MINUTES_TO_ANSWER = 60;

    private final Ledger ledger;
    private final SlipTable table;
    private final SlipTold told;
    private final Demands demands;
    private final Clock clock;

    WrittenSlips(Ledger ledger, SlipTable table, SlipTold told, Demands demands, Clock clock) {
        this.ledger = ledger;
        this.table = table;
        this.told = told;
        this.demands = demands;
        this.clock = clock;
    }

    /// @param cause the occasion a rule saw; nothing where a hand writes it
    Slip begin(SignedIn who, SlipDraft draft, String thing, @Nullable String cause, UUID key, long said) {
        long id = table.nextId();
        var as = Objects.requireNonNull(Circumstances.seat(who, draft.from(), Right.DRAFT_SLIPS));
        var line = new SlipLine(1, new SlipEvent.Drafted(draft.kind(), thing, draft.matter(), draft.from(), draft.to(), draft.follows(),
                draft.higherBecause(), cause, draft.content()), who.person(), as, at(), key);
        var slip = Slip.fold(null, id, line);
        table.begin(who.tenant(), slip, line, said);
        return slip;
    }

    /// Writes the next events of a slip, one after the other, with all that comes of each.
    Slip then(SignedIn who, Seat as, Slip slip, List<SlipEvent> events, UUID key, long said) {
        var at = at();
        var next = slip;
        for (int i = 0; i < events.size(); i++) {
            // The request's own key stands at its last event; those before it are named after it.
            var own = i == events.size() - 1 ? key : named(key, "step" + i);
            var line = new SlipLine(next.seq() + 1, events.get(i), who.person(), as, at, own);
            var before = next;
            next = Slip.fold(before, slip.id(), line);
            table.append(who.tenant(), next, line, said);
            follow(who, as, before, next, line);
        }
        return next;
    }

    /// A slip is itself something asked of a unit, and so is every further answer. Only its number stands there: who sees how much a unit is asked
    /// need not see what for.
    private static Demand demand(Slip slip, @Nullable String despite) {
        return new Demand(0, DemandKind.SLIP, slip.to(), slip.from(), slip.name(), slip.content().basis(), MINUTES_TO_ANSWER,
                slip.answerBy(), "/slips/" + slip.id(), asking(slip), despite, null);
    }

    /// The cause under which the answer that is owed now weighs.
    private static String asking(Slip slip) {
        return slip.feedbacks().isEmpty() ? "slip/" + slip.id() : "slip/" + slip.id() + "/" + slip.feedbacks().size();
    }

    /// What a slip's event means beyond the slip: the matter's journal, the slip it follows, who is told.
    private void follow(SignedIn who, Seat as, Slip before, Slip slip, SlipLine line) {
        switch (line.event()) {
            case SlipEvent.Sent(var despite) -> {
                tell(who, as, slip, sent(slip), line.key());
                if (slip.follows() != null) {
                    upgrade(who, as, slip, line.key());
                }
                told.sent(who.tenant(), slip, today(), isKept(who.tenant(), slip));
                demands.record(who.tenant(), who.person(), demand(slip, despite));
            }
            case SlipEvent.Answered _ -> {
                tell(who, as, slip, new Entry.SlipAnswered(slip.id(), slip.name(), slip.to()), line.key());
                told.answered(who.tenant(), slip, today());
            }
            case SlipEvent.Returned _ -> {
                tell(who, as, slip, askedAgain(slip, true), line.key());
                told.returned(who.tenant(), slip, today());
                demands.record(who.tenant(), who.person(), demand(slip, null));
            }
            case SlipEvent.Accepted(_, var next) -> {
                tell(who, as, slip, next == null ? new Entry.SlipEnded(slip.id(), slip.name(), "ACCEPTED") : askedAgain(slip, false),
                        line.key());
                told.settled(who.tenant(), slip);
                if (next != null) {
                    demands.record(who.tenant(), who.person(), demand(slip, null));
                }
            }
            case SlipEvent.Upgraded _ -> {
                demands.lift(who.tenant(), asking(slip));
                ended(who, as, slip, "UPGRADED", line.key());
            }
            case SlipEvent.Lapsed _ -> {
                demands.lift(who.tenant(), asking(slip));
                ended(who, as, slip, "LAPSED", line.key());
            }
            case SlipEvent.Withdrawn _ -> {
                if (before.state().waits()) {
                    demands.lift(who.tenant(), asking(slip));
                }
                if (before.state().out()) {
                    ended(who, as, slip, "WITHDRAWN", line.key());
                }
            }
            case SlipEvent.Drafted _, SlipEvent.Changed _, SlipEvent.Signed _, SlipEvent.Received _ -> {}
        }
    }

    private boolean isKept(TenantId tenant, Slip slip) {
        return slip.matter() != null && ledger.kept(tenant, slip.matter()).filter(matter -> !matter.concern().keptFrom().isEmpty()).isPresent();
    }

    private void ended(SignedIn who, Seat as, Slip slip, String how, UUID key) {
        tell(who, as, slip, new Entry.SlipEnded(slip.id(), slip.name(), how), key);
        told.settled(who.tenant(), slip);
    }

    private static Entry sent(Slip slip) {
        return new Entry.SlipSent(slip.id(), slip.name(), slip.kind().name(), slip.to(), slip.answerBy());
    }

    private static Entry askedAgain(Slip slip, boolean returned) {
        return new Entry.SlipAskedAgain(slip.id(), slip.name(), slip.kind().name(), slip.to(), slip.answerBy(), returned);
    }

    private void upgrade(SignedIn who, Seat as, Slip by, UUID key) {
        long old = Objects.requireNonNull(by.follows());
        table.lock(who.tenant(), old);
        var followed = table.find(who.tenant(), old).orElseThrow();
        if (!followed.state().waits()) {
            throw new Undone(new SlipRefusal.NothingToFollow(old, followed.name()));
        }
        then(who, as, followed, List.of(new SlipEvent.Upgraded(by.id(), by.name())), named(key, "upgraded"), 0);
    }

    private void tell(SignedIn who, Seat as, Slip slip, Entry entry, UUID key) {
        if (slip.matter() == null) {
            return;
        }
        if (ledger.record(who, as, slip.matter(), entry, named(key, "journal")) instanceof Answer.Refused(var why, _)) {
            throw new Undone(why instanceof org.mingbai.ledger.Refusal.ChangedMeanwhile
                    ? new SlipRefusal.ChangedMeanwhile() : new SlipRefusal.NoSuchMatter("matter"));
        }
    }

    /// Undoes all that was written in this transaction, with the answer for the doer.
    static final class Undone extends RuntimeException {

        final transient SlipRefusal why;

        Undone(SlipRefusal why) {
            super(why.toString(), null, false, false);
            this.why = why;
        }
    }

    private static UUID named(UUID key, String what) {
        return UUID.nameUUIDFromBytes((key + "/" + what).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime at() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
