package org.mingbai.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.store.EntryJson;
import org.mingbai.ledger.store.Journals;
import org.mingbai.ledger.store.Writer;
import org.mingbai.library.Library;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The account's verbs. Each is one transaction: the entry, what lists know of it, and the event.
@Component
public class Ledger {

    private static final int TRIES_MAX = 5;

    private final Directory directory;
    private final Registers registers;
    private final Library library;
    private final Journals journals;
    private final Writer writer;
    private final Lamps lamps;
    private final ObjectProvider<Hearers> hearers;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Memory memory = new Memory();

    Ledger(Directory directory, Registers registers, Library library, Journals journals, Writer writer, Lamps lamps, ObjectProvider<Hearers> hearers,
            Clock clock, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.directory = directory;
        this.registers = registers;
        this.library = library;
        this.journals = journals;
        this.writer = writer;
        this.lamps = lamps;
        this.hearers = hearers;
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
    }

    private record Raising(String register, Subject subject) {}

    private record OneTakenOver(String register, Subject subject, Origin origin, Taken state) {}

    private record Acting(long matter, Act act) {}

    private record Recording(long matter, Entry entry) {}

    private record Hearing(long matter, Verdict said) {}

    private record TakingOverAgain(long matter, Subject subject, Origin origin, Taken state) {}

    /// Brings in a matter.
    /// @param key a name the client gives to this request; the same request under it is done once (I8)
    public Answer raise(SignedIn who, String register, Subject subject, UUID key) {
        return begin(who, register, new Raising(register, subject), key,
                (policy, now) -> Lifecycle.raise(subject, policy, now));
    }

    /// Brings in a matter that an older ledger holds.
    public Answer takeOver(SignedIn who, String register, Subject subject, Origin origin, Taken state, UUID key) {
        return begin(who, register, new OneTakenOver(register, subject, origin, state), key,
                (policy, now) -> Lifecycle.takeOver(subject, origin, state, policy, now));
    }

    /// Takes over a later state of the older ledger.
    public Answer takeOverAgain(SignedIn who, MatterId id, Subject subject, Origin origin, Taken state, UUID key) {
        return change(who, id, new TakingOverAgain(id.value(), subject, origin, state), key, null,
                (matter, now, policy) -> new Step(Lifecycle.takeOverAgain(matter, subject, origin, state, now), coordinator(now)));
    }

    /// Does an act to a matter.
    /// @param seen the number of the last entry its doer saw; empty for one who does not mind what came since
    public Answer act(SignedIn who, MatterId id, Act act, UUID key, @Nullable Integer seen) {
        var missing = filesNotTheirs(who, act);
        if (missing != null) {
            return new Answer.Refused(missing, null);
        }
        if (act instanceof Act.Merge merge) {
            return merge(who, id, merge, key, seen);
        }
        return change(who, id, new Acting(id.value(), act), key, seen, (matter, now, policy) -> {
            var step = ruled(who, matter, act, policy, now);
            return step.ruling() instanceof Ruling.Refused ? step
                    : forAll(who.tenant(), matter, ActKind.of(act)).map(why -> new Step(Lifecycle.refuse(why), null)).orElse(step);
        });
    }

    /// Writes down the one verdict that came of hearing everybody one by one. Ruled as the act is; that all were heard is for the caller to know.
    public Answer conclude(SignedIn who, MatterId id, Verdict said, UUID key) {
        var act = new Act.RecordVerdict(said);
        return change(who, id, new Acting(id.value(), act), key, null, (matter, now, policy) -> ruled(who, matter, act, policy, now));
    }

    private Step ruled(SignedIn who, Matter matter, Act act, Policy policy, Now now) {
        return new Step(inTime(who, matter, ActKind.of(act), Lifecycle.decide(matter, unmasked(act, matter), policy, now), now),
                Lifecycle.seatFor(ActKind.of(act), matter, policy, now).orElse(null));
    }

    /// Whoever writes down what was said of a matter that several raised would speak for those who were not asked.
    private Optional<Refusal> forAll(TenantId tenant, Matter matter, ActKind kind) {
        int voices = kind == ActKind.RECORD_VERDICT ? hearers.stream().mapToInt(all -> all.heardOneByOne(tenant, matter)).sum() : 0;
        return voices > 1 ? Optional.of(new Refusal.HeardOneByOne(voices)) : Optional.empty();
    }

    /// Whoever corrects what they read masked means what the mask hides.
    private static Act unmasked(Act act, Matter matter) {
        return act instanceof Act.Correct(var of, var item, var says, var reason) && item != null
                ? new Act.Correct(of, item, MaskedText.restored(says, Objects.requireNonNullElse(matter.subject().item(item), "")), reason) : act;
    }

    /// What could be done may come too late all the same.
    private Ruling inTime(SignedIn who, Matter matter, ActKind act, Ruling ruling, Now now) {
        return ruling instanceof Ruling.Refused ? ruling
                : lamps.tooLate(who.tenant(), matter, act, now.at()).map(Lifecycle::refuse).orElse(ruling);
    }

    /// Whether an entry was written under that name before.
    public boolean wrote(SignedIn who, UUID key) {
        return journals.under(who.tenant(), key).isPresent();
    }

    /// Writes down what those who watch over a matter did about it. Whether they may is for them to decide, also for one who does not see the
    /// matter: a unit may answer a slip about what it has no part in.
    /// @param as the post it is done in
    public Answer record(SignedIn who, Seat as, MatterId id, Entry entry, UUID key) {
        return change(new Asked(who, key, EntryJson.said(who.person(), new Recording(id.value(), entry)), null, true, (matter, now, _) ->
                new Step(Wording.faultIn(entry).map(Lifecycle::refuse)
                        .orElseGet(() -> Lifecycle.accept(Standstill.completed(entry, matter, now))), as)), id);
    }

    /// Writes down what those who raised it say themselves, without anybody between: ruled as what is written down for them is, in the post whose
    /// turn it is to ask. That it is they who say it is for the caller to know.
    public Answer hear(SignedIn portal, MatterId id, Verdict said, UUID key) {
        return change(new Asked(portal, key, EntryJson.said(portal.person(), new Hearing(id.value(), said)), null, true, (matter, _, policy) ->
                new Step(Lifecycle.hear(matter, said, policy), matter.turn())), id);
    }

    /// Whether such a verdict sends it back to be done again.
    public boolean refutes(TenantId tenant, Matter matter, Verdict said) {
        return Closing.refutes(said, matter, registers.policy(tenant, matter.register(), matter.policyVersion()));
    }

    /// Empty when there is no such matter, or none that this person may know of. What another unit took down is masked.
    public Optional<Matter> matter(SignedIn who, MatterId id) {
        return Optional.of(journalOf(who, id)).filter(lines -> !lines.isEmpty()).map(lines -> Lifecycle.replay(id, lines));
    }

    /// A matter for the product's own work, such as counting a clock anew: never to be shown to anybody, whom it might be kept from.
    public Optional<Matter> kept(TenantId tenant, MatterId id) {
        return standing(tenant, id).map(Memory.Standing::matter);
    }

    /// The same for several at once, read together; those there are not are left out.
    public Map<MatterId, Matter> kept(TenantId tenant, Collection<MatterId> ids) {
        var found = new LinkedHashMap<MatterId, Matter>();
        journals.of(tenant, Set.copyOf(ids)).forEach((id, lines) -> {
            if (!lines.isEmpty()) {
                found.put(id, Lifecycle.replay(id, lines));
            }
        });
        return found;
    }

    /// The whole story, from the first entry on. What another unit took down is masked.
    public List<Line> journalOf(SignedIn who, MatterId id) {
        return MaskedReading.of(who, journalAsTyped(who, id));
    }

    /// What is masked for one who may know of the matter. Whether they may read it as it was typed, and what for, is for whoever asks to decide.
    public List<Hidden> hiddenFrom(SignedIn who, MatterId id) {
        return MaskedReading.hidden(who, journalAsTyped(who, id));
    }

    private List<Line> journalAsTyped(SignedIn who, MatterId id) {
        var lines = journals.of(who.tenant(), id);
        return !lines.isEmpty() && sees(who, Lifecycle.replay(id, lines)) ? lines : List.of();
    }

    /// The whole story for those who raised it, who are nobody here and see no matter. Whether they may, and what of it they are told, is for
    /// whoever asks to decide.
    public List<Line> journalFor(TenantId tenant, MatterId id) {
        return journals.of(tenant, id);
    }

    /// The unit that coordinates a matter about these units on a register: its office, or the nearest unit above that is not meant itself.
    public Optional<OrganisationId> keeperOf(TenantId tenant, String register, List<OrganisationId> about) {
        return registers.register(tenant, register).flatMap(it -> Concern.with(about).keeper(directory.treeOf(tenant), it.office()));
    }

    /// For every act: why this person cannot do it now, or nothing where he can.
    public Map<ActKind, Optional<Refusal>> acts(SignedIn who, Matter matter) {
        var policy = registers.policy(who.tenant(), matter.register(), matter.policyVersion());
        var now = now(who, matter.register());
        var acts = new EnumMap<ActKind, Optional<Refusal>>(ActKind.class);
        for (var kind : ActKind.values()) {
            acts.put(kind, Lifecycle.whyNot(kind, matter, policy, now).or(() -> Trial.refusal(kind, matter, policy, now))
                    .or(() -> lamps.tooLate(who.tenant(), matter, kind, now.at())).or(() -> forAll(who.tenant(), matter, kind)));
        }
        return acts;
    }

    /// Whether a unit may be told of a matter at all, or it complains of that unit or one above it (I4).
    public boolean isKeptFrom(TenantId tenant, Matter matter, OrganisationId unit) {
        return matter.concern().keepsAway(unit, directory.treeOf(tenant), officeOf(tenant, matter.register())).isPresent();
    }

    /// The posts such an act belongs to now; none for what anybody may do, and for what only its raiser does.
    public List<Seat> postsFor(SignedIn who, Matter matter, ActKind kind) {
        var policy = registers.policy(who.tenant(), matter.register(), matter.policyVersion());
        var now = now(who, matter.register());
        return new Posts(matter, policy, now.tree(), now.office()).of(kind.who());
    }

    private interface Beginning {
        Ruling rule(Policy policy, Now now);
    }

    /// A ruling, and the post it was made for.
    private record Step(Ruling ruling, @Nullable Seat as) {}

    private interface Change {
        Step rule(Matter matter, Now now, Policy policy);
    }

    private Answer begin(SignedIn who, String code, Object request, UUID key, Beginning beginning) {
        var register = registers.register(who.tenant(), code).orElse(null);
        if (register == null) {
            return new Answer.Refused(new Refusal.UnknownRegister(code), null);
        }
        long said = EntryJson.said(who.person(), request);
        var now = now(who, code);
        return switch (beginning.rule(register.policy(), now)) {
            case Ruling.Refused(var why) -> new Answer.Refused(why, null);
            case Ruling.Accepted(var entry) -> {
                var id = new MatterId(writer.nextNumber());
                var seat = entry instanceof Entry.TakenOver || now.seats().contains(coordinator(now)) ? coordinator(now) : now.anySeat();
                var untold = new Line(1, entry, who.person(), seat, now.at(), now.today(), key, null);
                var turn = Lifecycle.turnIn(Lifecycle.begin(id, untold), register.policy(), now);
                var line = new Line(1, entry, who.person(), seat, now.at(), now.today(), key, turn);
                var matter = Lifecycle.begin(id, line);
                try {
                    transaction.executeWithoutResult(_ -> {
                        writer.begin(who.tenant(), matter, line, said);
                        events.publishEvent(new MatterChanged(who.tenant(), id, line, null, matter));
                    });
                    memory.keep(who.tenant(), Memory.Standing.of(id, List.of(line)));
                    yield new Answer.Done(matter, false);
                } catch (DuplicateKeyException e) {
                    yield saidBefore(who, key, said).orElseThrow(() -> e);
                }
            }
        };
    }

    private Answer change(SignedIn who, MatterId id, Object request, UUID key, @Nullable Integer seen, Change change) {
        return change(new Asked(who, key, EntryJson.said(who.person(), request), seen, false, change), id);
    }

    private Answer change(Asked asked, MatterId id) {
        var who = asked.who();
        var remembered = memory.of(who.tenant(), id).flatMap(standing -> change(asked, standing));
        if (remembered.isPresent() && remembered.get() instanceof Answer.Done) {
            return remembered.get();
        }
        int seq = 0;
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            var standing = standing(who.tenant(), id).filter(it -> mayChange(asked, it.matter())).orElse(null);
            if (standing == null) {
                return new Answer.Refused(new Refusal.NoSuchMatter(id), null);
            }
            var answer = change(asked, standing);
            if (answer.isPresent()) {
                return answer.get();
            }
            seq = standing.matter().seq();
        }
        return new Answer.Refused(new Refusal.ChangedMeanwhile(seq, seq + 1), visible(who, id).map(Memory.Standing::matter).orElse(null));
    }

    /// @param unseen whether it is done also by one who does not see the matter
    private record Asked(SignedIn who, UUID key, long said, @Nullable Integer seen, boolean unseen, Change change) {}

    /// Empty when another hand wrote first.
    private Optional<Answer> change(Asked asked, Memory.Standing standing) {
        var who = asked.who();
        var matter = standing.matter();
        if (!mayChange(asked, matter)) {
            return Optional.of(new Answer.Refused(new Refusal.NoSuchMatter(matter.id()), null));
        }
        if (standing.keys().contains(asked.key())) {
            return Optional.of(saidBefore(who, asked.key(), asked.said()).orElseThrow());
        }
        if (asked.seen() != null && asked.seen() != matter.seq()) {
            return Optional.of(new Answer.Refused(new Refusal.ChangedMeanwhile(asked.seen(), matter.seq()), matter));
        }
        var policy = registers.policy(who.tenant(), matter.register(), matter.policyVersion());
        var now = now(who, matter.register());
        var step = asked.change().rule(matter, now, policy);
        if (step.ruling() instanceof Ruling.Refused(var why)) {
            return Optional.of(new Answer.Refused(why, matter));
        }
        var next = next(matter, ((Ruling.Accepted) step.ruling()).entry(), step.as(), asked.key(), policy, now);
        try {
            if (!write(who.tenant(), matter, next, asked.said())) {
                return Optional.empty();
            }
        } catch (DuplicateKeyException e) {
            return Optional.of(saidBefore(who, asked.key(), asked.said()).orElseThrow(() -> e));
        }
        memory.keep(who.tenant(), standing.after(next.line(), next.matter()));
        return Optional.of(new Answer.Done(next.matter(), false));
    }

    /// Joins a matter to another: an entry in each, both or neither.
    private Answer merge(SignedIn who, MatterId id, Act.Merge act, UUID key, @Nullable Integer seen) {
        return change(who, id, new Acting(id.value(), act), key, seen, (matter, now, policy) -> {
            var ruling = Lifecycle.decide(matter, act, policy, now);
            if (ruling instanceof Ruling.Accepted) {
                var kept = matter(who, act.into());
                var taken = kept.map(into -> Listing.takeIn(into, matter))
                        .orElseGet(() -> Lifecycle.refuse(new Refusal.NoSuchMatter(act.into())));
                ruling = taken instanceof Ruling.Refused ? taken : ruling;
            }
            return new Step(ruling, Lifecycle.seatFor(ActKind.MERGE, matter, policy, now).orElse(null));
        });
    }

    private record Next(Line line, Matter matter) {}

    private Next next(Matter matter, Entry entry, @Nullable Seat as, UUID key, Policy policy, Now now) {
        var seat = as == null ? now.anySeat() : as;
        var untold = new Line(matter.seq() + 1, entry, now.person(), seat, now.at(), now.today(), key, null);
        var turn = Lifecycle.turnIn(Lifecycle.fold(matter, untold), policy, now);
        var line = new Line(matter.seq() + 1, entry, now.person(), seat, now.at(), now.today(), key, turn);
        return new Next(line, Lifecycle.fold(matter, line));
    }

    private boolean write(TenantId tenant, Matter before, Next next, long said) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!writer.append(tenant, before, next.matter(), next.line(), said) || !writeOtherSide(tenant, before, next)) {
                status.setRollbackOnly();
                return false;
            }
            events.publishEvent(new MatterChanged(tenant, before.id(), next.line(), before, next.matter()));
            return true;
        }));
    }

    /// A merge is told in both journals.
    private boolean writeOtherSide(TenantId tenant, Matter before, Next next) {
        var id = before.id();
        return switch (next.line().entry()) {
            case Entry.Merged(var into, _) -> tell(tenant, into, new Entry.Joined(id), next.line());
            case Entry.Unmerged _ -> before.stage() instanceof Stage.Merged(var into, _, _)
                    && tell(tenant, into, new Entry.Parted(id), next.line());
            default -> true;
        };
    }

    private boolean tell(TenantId tenant, MatterId other, Entry entry, Line cause) {
        var matter = Lifecycle.replay(other, journals.of(tenant, other));
        if (entry instanceof Entry.Joined && !matter.open()) {
            return false;
        }
        var key = UUID.nameUUIDFromBytes((cause.key() + "/other").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        var line = new Line(matter.seq() + 1, entry, cause.by(), cause.as(), cause.at(), cause.day(), key, matter.turn());
        var told = Lifecycle.fold(matter, line);
        if (!writer.append(tenant, matter, told, line, 0)) {
            return false;
        }
        events.publishEvent(new MatterChanged(tenant, other, line, matter, told));
        return true;
    }

    private Optional<Answer> saidBefore(SignedIn who, UUID key, long said) {
        return journals.under(who.tenant(), key).map(before -> {
            if (before.said() != said) {
                return new Answer.Refused(new Refusal.KeyUsedBefore(), null);
            }
            return visible(who, before.matter()).<Answer>map(found -> new Answer.Done(found.matter(), true))
                    .orElseGet(() -> new Answer.Refused(new Refusal.KeyUsedBefore(), null));
        });
    }

    private boolean mayChange(Asked asked, Matter matter) {
        return asked.unseen() || sees(asked.who(), matter);
    }

    private Optional<Memory.Standing> visible(SignedIn who, MatterId id) {
        return standing(who.tenant(), id).filter(standing -> sees(who, standing.matter()));
    }

    private Optional<Memory.Standing> standing(TenantId tenant, MatterId id) {
        var lines = journals.of(tenant, id);
        return lines.isEmpty() ? Optional.empty() : Optional.of(Memory.Standing.of(id, lines));
    }

    /// A remembered one is shown to nobody who might not see it now.
    private boolean sees(SignedIn who, Matter matter) {
        return Purview.of(who, directory, registers).covers(matter, officeOf(who.tenant(), matter.register()));
    }

    /// Nobody lays before others a file that he did not bring himself: to know its hash is not to have it.
    private @Nullable Refusal filesNotTheirs(SignedIn who, Act act) {
        var files = switch (act) {
            case Act.ReportProgress progress -> progress.files();
            case Act.AttachEvidence evidence -> evidence.files();
            default -> List.<Evidence.File>of();
        };
        boolean all = files.stream().allMatch(file -> library.broughtBy(who.tenant(), who.person(), file.sha256(), file.name())
                .filter(kept -> kept.size() == file.size() && kept.mediaType().equals(file.mediaType()))
                .isPresent());
        return all ? null : new Refusal.NoSuchFile("files");
    }

    private static Seat coordinator(Now now) {
        return new Seat(now.office(), Role.COORDINATOR);
    }

    private Now now(SignedIn who, String register) {
        var at = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
        var office = officeOf(who.tenant(), register);
        var today = LocalDate.ofInstant(at.toInstant(), clock.getZone());
        return new Now(at, today, who.person(), who.seats(), directory.treeOf(who.tenant()), office,
                seat -> !directory.holdersOf(who.tenant(), seat, today).isEmpty());
    }

    /// Who coordinates a register today sees all that is on it, also what was there before it was theirs.
    private OrganisationId officeOf(TenantId tenant, String register) {
        return registers.register(tenant, register).orElseThrow().office();
    }
}
