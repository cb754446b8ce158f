package org.mingbai.supervision.slip;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Right;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.library.Library;
import org.mingbai.library.StoredFile;
import org.mingbai.shell.Visible;
import org.mingbai.shell.database.Attempts;
import org.mingbai.supervision.Demand;
import org.mingbai.supervision.DemandKind;
import org.mingbai.supervision.Demands;
import org.springframework.stereotype.Component;

/// The verbs of supervision slips. Each is one transaction: the events, the row that lists read, the number, and what the matter's journal tells of it.
@Component
public class Slips {

    private static final int OF_MATTER_MAX = 100;
    private static final int FILES_MAX = 20;

    private final Directory directory;
    private final Ledger ledger;
    private final Matters matters;
    private final SlipTable table;
    private final NumberTable numbers;
    private final WrittenSlips written;
    private final SlipPaper paper;
    private final Demands demands;
    private final Library library;
    private final Clock clock;
    private final Attempts attempts;

    Slips(Directory directory, Ledger ledger, Matters matters, SlipTable table, NumberTable numbers, WrittenSlips written, SlipPaper paper,
            Demands demands, Library library, Clock clock, Attempts attempts) {
        this.directory = directory;
        this.ledger = ledger;
        this.matters = matters;
        this.table = table;
        this.numbers = numbers;
        this.written = written;
        this.paper = paper;
        this.demands = demands;
        this.library = library;
        this.clock = clock;
        this.attempts = attempts;
    }

    /// Writes a slip.
    /// @param key a name the client gives to this request; the same request under it is done once
    public SlipAnswer draft(SignedIn who, SlipDraft draft, UUID key) {
        return draft(who, draft, null, key);
    }

    /// @param cause the occasion a rule saw: one slip for each
    SlipAnswer draft(SignedIn who, SlipDraft draft, @Nullable String cause, UUID key) {
        long said = EventJson.said(who.person(), draft);
        return tried(key, said, who, () -> {
            var followed = draft.follows() == null ? null : visible(who, draft.follows()).orElse(null);
            if (draft.follows() != null && followed == null) {
                return refused(new SlipRefusal.NoSuchSlip());
            }
            var asked = followed == null ? draft : new SlipDraft(draft.kind(), followed.matter(), followed.from(), followed.to(), followed.id(),
                    draft.higherBecause(), draft.content());
            var thing = followed == null ? SlipWording.thing(asked.matter(), asked.content().title()) : followed.thing();
            table.lock(who.tenant(), asked.to(), thing);
            var fault = fault(who, asked, followed, thing);
            return fault.isPresent() ? refused(fault.get()) : new SlipAnswer.Done(written.begin(who, asked, thing, cause, key, said), false);
        });
    }

    /// Why that slip cannot be written now; nothing where it can. For whoever wants to know before.
    Optional<SlipRefusal> whyNotDraft(SignedIn who, SlipDraft draft) {
        var followed = draft.follows() == null ? null : table.find(who.tenant(), draft.follows()).orElse(null);
        return fault(who, draft, followed, followed == null ? SlipWording.thing(draft.matter(), draft.content().title()) : followed.thing());
    }

    private Optional<SlipRefusal> fault(SignedIn who, SlipDraft draft, @Nullable Slip followed, String thing) {
        var next = followed == null ? null : table.nextTo(who.tenant(), followed.id()).orElse(null);
        var now = now(who, draft.from(), draft.to(), draft.kind(), followed, next);
        return noSuchMatter(who, draft.matter()).or(() -> whyNotUpgrade(followed, now))
                .or(() -> SlipLife.faultIn(draft, numbers.ladder(who.tenant()), now))
                .or(() -> keptFrom(who.tenant(), draft.matter(), draft.to(), draft.content()))
                .or(() -> files(who, draft.content().files(), List.of()))
                .or(() -> open(who.tenant(), draft.to(), draft.kind(), thing, draft.follows(), 0));
    }

    private Optional<SlipRefusal> noSuchMatter(SignedIn who, @Nullable MatterId matter) {
        return matter == null || ledger.matter(who, matter).isPresent() ? Optional.empty() : Optional.of(new SlipRefusal.NoSuchMatter("matter"));
    }

    /// @param before what was enclosed already, by whomever
    private Optional<SlipRefusal> files(SignedIn who, List<StoredFile> files, List<StoredFile> before) {
        if (files.size() > FILES_MAX) {
            return Optional.of(new SlipRefusal.TooManyFiles("files", FILES_MAX));
        }
        boolean had = files.stream().allMatch(file -> before.contains(file)
                || library.broughtBy(who.tenant(), who.person(), file.sha256(), file.name()).filter(file::equals).isPresent());
        return had ? Optional.empty() : Optional.of(new SlipRefusal.NoSuchFile("files"));
    }

    /// What complains of a unit is not laid before it by a slip either (I4).
    private Optional<SlipRefusal> keptFrom(TenantId tenant, @Nullable MatterId id, OrganisationId to, SlipContent content) {
        return Optional.ofNullable(id).flatMap(it -> ledger.kept(tenant, it)).flatMap(matter -> ledger.isKeptFrom(tenant, matter, to)
                ? Optional.of(new SlipRefusal.KeptFrom("to", to))
                : content.supporting().stream().filter(unit -> ledger.isKeptFrom(tenant, matter, unit)).findFirst()
                        .map(unit -> new SlipRefusal.KeptFrom("supporting", unit)));
    }

    /// Whether it is out and waits for nobody: what it is about has been kept from its unit since. For those on the issuing side and those who see
    /// the matter; nobody else learns of whom it complains.
    public boolean waitsForNobody(SignedIn who, Slip slip) {
        return slip.state().waits() && isKept(who.tenant(), slip) && (directory.sightOf(who).reaches(slip.from()) || showsMatter(who, slip));
    }

    /// What asks more of a unit by a slip that it may not know of any more.
    private Optional<SlipRefusal> askedOfNobody(TenantId tenant, Slip slip, SlipAct.Kind act) {
        boolean asks = act == SlipAct.Kind.RETURN || act == SlipAct.Kind.UPGRADE;
        return asks && isKept(tenant, slip) ? Optional.of(new SlipRefusal.KeptFromSince(slip.to())) : Optional.empty();
    }

    /// Whether what it is about is kept from the unit it went to, which therefore can neither read nor answer it.
    boolean isKept(TenantId tenant, Slip slip) {
        return slip.matter() != null && ledger.kept(tenant, slip.matter()).filter(matter -> ledger.isKeptFrom(tenant, matter, slip.to())).isPresent();
    }

    private static Optional<SlipRefusal> whyNotUpgrade(@Nullable Slip followed, Circumstances now) {
        return followed == null ? Optional.empty() : SlipLife.whyNot(followed, SlipAct.Kind.UPGRADE, now);
    }

    /// Nobody is written to twice at once about one thing: what is graver follows what is open. The notice that gave the
    /// work and an order after an inspection stand beside.
    private Optional<SlipRefusal> open(TenantId tenant, OrganisationId to, SlipKind kind, String thing, @Nullable Long follows, long but) {
        boolean beside = kind == SlipKind.NOTICE || kind == SlipKind.RECTIFICATION || follows != null;
        return table.open(tenant, to, kind, thing, but)
                .or(() -> beside ? Optional.empty() : table.openBeside(tenant, to, thing, but))
                .map(it -> new SlipRefusal.AlreadyOpen(it.kind(), it.id(), it.name()));
    }

    /// Does something to a slip.
    /// @param seen the number of the last event its doer saw; empty for one who does not mind what came since
    public SlipAnswer act(SignedIn who, long id, SlipAct asked, UUID key, @Nullable Integer seen) {
        long said = EventJson.said(who.person(), List.of(id, asked.kind(), asked));
        return tried(key, said, who, () -> {
            if (!table.lock(who.tenant(), id)) {
                return refused(new SlipRefusal.NoSuchSlip());
            }
            var slip = visible(who, id).orElse(null);
            if (slip == null) {
                return refused(new SlipRefusal.NoSuchSlip());
            }
            if (seen != null && seen != slip.seq()) {
                return refused(new SlipRefusal.ChangedMeanwhile());
            }
            var act = asked.over(slip);
            var now = now(who, slip);
            var fault = SlipLife.whyNot(slip, act.kind(), now).or(() -> askedOfNobody(who.tenant(), slip, act.kind()))
                    .or(() -> SlipLife.faultIn(slip, act, now)).or(() -> adding(who, slip, act));
            return fault.isPresent() ? refused(fault.get()) : done(who, slip, act, now, key, said);
        });
    }

    /// What keeps a slip from going out that may go out by itself.
    private Optional<SlipRefusal> adding(SignedIn who, Slip slip, SlipAct act) {
        if (act instanceof SlipAct.Change(var content, _)) {
            var thing = slip.thingOf(content);
            table.lock(who.tenant(), slip.to(), thing);
            return keptFrom(who.tenant(), slip.matter(), slip.to(), content)
                    .or(() -> files(who, content.files(), slip.content().files()))
                    .or(() -> open(who.tenant(), slip.to(), slip.kind(), thing, slip.follows(), slip.id()));
        }
        if (act instanceof SlipAct.Accept accept && accept.next() != null && isKept(who.tenant(), slip)) {
            return Optional.of(new SlipRefusal.KeptFromSince(slip.to()));
        }
        var despite = switch (act) {
            case SlipAct.Sign(var send, var why) when send -> Optional.of(Objects.requireNonNullElse(why, ""));
            case SlipAct.Send(var why) -> Optional.of(Objects.requireNonNullElse(why, ""));
            default -> Optional.<String>empty();
        };
        if (despite.isEmpty()) {
            return Optional.empty();
        }
        return keptFrom(who.tenant(), slip.matter(), slip.to(), slip.content())
                .or(() -> Visible.says(despite.get()) ? Optional.empty() : overCeiling(burden(who, slip)));
    }

    private static Optional<SlipRefusal> overCeiling(Demands.Warning burden) {
        return burden.overCeiling() ? burden.ceiling().map(ceiling -> new SlipRefusal.OverCeiling("despite", Demand.hours(burden.load().minutes()),
                Demand.hours(burden.minutes()), Demand.hours(ceiling.minutes()), ceiling.basis())) : Optional.empty();
    }

    /// What is asked of its unit in the week of its answer, before it goes out, and what was asked before that is like it: as far as this person may
    /// know of it, whose sum would tell of a slip about what is kept from them.
    public Demands.Warning burden(SignedIn who, Slip slip) {
        var asked = asked(slip.to(), slip.content().title(), slip.answerBy());
        return slip.follows() == null ? demands.warning(who, asked) : demands.warning(who, asked, "slip/" + slip.follows());
    }

    /// The same for one that is still being written.
    public Demands.Warning burden(SignedIn who, OrganisationId to, String title, LocalDate answerBy) {
        return demands.warning(who, asked(to, title, answerBy));
    }

    private static Demand asked(OrganisationId to, String title, LocalDate answerBy) {
        return new Demand(0, DemandKind.SLIP, to, null, title, "", WrittenSlips.MINUTES_TO_ANSWER, answerBy, null, null, null, null);
    }

    private SlipAnswer done(SignedIn who, Slip slip, SlipAct act, Circumstances now, UUID key, long said) {
        var as = Objects.requireNonNull(SlipLife.seat(slip, act.kind(), now));
        return new SlipAnswer.Done(written.then(who, as, slip, SlipLife.events(slip, act, number(act, slip, who.tenant())), key, said), false);
    }

    /// A number is drawn when all else is right, so that a refusal costs none.
    private @Nullable SlipNumber number(SlipAct act, Slip slip, TenantId tenant) {
        return act instanceof SlipAct.Sign
                ? numbers.next(tenant, numbers.codeWord(tenant, slip.from(), slip.kind()).orElseThrow(), LocalDate.now(clock).getYear()) : null;
    }

    /// Signs and sends in one step what a rule lets go out by itself, in the name of who put the rule in force. Nothing is asked less of it than
    /// of what a hand sends: only that another one drafted it.
    SlipAnswer sendByRule(SignedIn inForceBy, Slip drafted, UUID key) {
        return tried(key, 0, inForceBy, () -> {
            table.lock(inForceBy.tenant(), drafted.id());
            var slip = table.find(inForceBy.tenant(), drafted.id()).orElseThrow();
            if (slip.seq() != drafted.seq()) {
                return refused(new SlipRefusal.ChangedMeanwhile());
            }
            var now = now(inForceBy, slip);
            var act = new SlipAct.Sign(true);
            var fault = onlyPrompts(slip).or(() -> SlipLife.whyNotByRule(slip, now)).or(() -> SlipLife.faultIn(slip, act, now))
                    .or(() -> noSuchMatter(inForceBy, slip.matter())).or(() -> adding(inForceBy, slip, act));
            return fault.isPresent() ? refused(fault.get()) : done(inForceBy, slip, act, now, key, 0);
        });
    }

    private static Optional<SlipRefusal> onlyPrompts(Slip slip) {
        return slip.kind() == SlipKind.PROMPT ? Optional.empty() : Optional.of(new SlipRefusal.OnlyPromptsGoOut("sendsItself"));
    }

    /// In one transaction, again when another hand wrote the matter's next entry first.
    private SlipAnswer tried(UUID key, long said, SignedIn who, Supplier<SlipAnswer> work) {
        try {
            return attempts.of(_ -> under(key, said, who).orElseGet(work)).orElseGet(() -> refused(new SlipRefusal.ChangedMeanwhile()));
        } catch (WrittenSlips.Undone undone) {
            return refused(undone.why);
        }
    }

    private Optional<SlipAnswer> under(UUID key, long said, SignedIn who) {
        return table.under(who.tenant(), key).map(before -> before.said() == said && said != 0
                ? new SlipAnswer.Done(table.find(who.tenant(), before.slip()).orElseThrow(), true) : refused(new SlipRefusal.KeyUsedBefore()));
    }

    private static SlipAnswer refused(SlipRefusal why) {
        return new SlipAnswer.Refused(why);
    }

    private Circumstances now(SignedIn who, Slip slip) {
        var followed = slip.follows() == null ? null : table.find(who.tenant(), slip.follows()).orElse(null);
        return now(who, slip.from(), slip.to(), slip.kind(), followed, table.nextTo(who.tenant(), slip.id()).orElse(null));
    }

    private Circumstances now(SignedIn who, OrganisationId from, OrganisationId to, SlipKind kind, @Nullable Slip followed, @Nullable Slip next) {
        return new Circumstances(today(), who, addressee(who.tenant(), to), numbers.codeWord(who.tenant(), from, kind).isPresent(), followed, next);
    }

    private Circumstances.Addressee addressee(TenantId tenant, OrganisationId to) {
        var tree = directory.treeOf(tenant);
        var unit = tree.unit(to).orElse(null);
        if (unit == null) {
            return new Circumstances.Addressee(to, false, false, null, false, null);
        }
        if (!unit.active()) {
            var successor = directory.organisations(tenant).stream().filter(it -> it.predecessor().filter(to::equals).isPresent())
                    .map(it -> it.id()).findFirst().orElse(null);
            return new Circumstances.Addressee(to, true, false, successor, false, null);
        }
        if (answers(tenant, to)) {
            return new Circumstances.Addressee(to, true, true, null, true, null);
        }
        var superior = tree.lineOf(to).stream().filter(it -> !it.equals(to) && answers(tenant, it)).findFirst().orElse(null);
        return new Circumstances.Addressee(to, true, true, null, false, superior);
    }

    private boolean answers(TenantId tenant, OrganisationId unit) {
        return !directory.holdersOf(tenant, new Seat(unit, Role.HANDLER), today()).isEmpty();
    }

    /// Empty when there is no such slip, or none that this person may know of: it reaches who sees its office, once it is out who sees its unit,
    /// and who sees the matter it is about.
    public Optional<Slip> slip(SignedIn who, long id) {
        return visible(who, id);
    }

    /// A file of a slip, and where its bytes lie.
    public record Content(StoredFile file, Path bytes) {}

    /// For whoever may read the slip; to know a hash opens nothing.
    public Optional<Content> file(SignedIn who, long id, String sha256) {
        return visible(who, id).stream().flatMap(slip -> slip.content().files().stream()).filter(file -> file.sha256().equals(sha256)).findFirst()
                .map(file -> new Content(file, library.contentOf(who.tenant(), sha256)));
    }

    private Optional<Slip> visible(SignedIn who, long id) {
        return table.find(who.tenant(), id).filter(slip -> sees(who, slip));
    }

    private boolean sees(SignedIn who, Slip slip) {
        if (slip.matter() != null && matters.keptFrom(who).contains(slip.matter())) {
            return false;
        }
        var sight = directory.sightOf(who);
        return sight.reaches(slip.from()) || slip.sentAt() != null && (sight.reaches(slip.to())
                || showsMatter(who, slip));
    }

    /// Whether the matter it is about is shown to this person too: a slip lays nothing open but itself.
    public boolean showsMatter(SignedIn who, Slip slip) {
        return slip.matter() != null && ledger.matter(who, slip.matter()).isPresent();
    }

    /// Its events, from the first on.
    public List<SlipLine> story(SignedIn who, long id) {
        return visible(who, id).isPresent() ? table.story(who.tenant(), id) : List.of();
    }

    /// For every act: why this person cannot do it now, or nothing where he can.
    public Map<SlipAct.Kind, Optional<SlipRefusal>> acts(SignedIn who, Slip slip) {
        var now = now(who, slip);
        var acts = new EnumMap<SlipAct.Kind, Optional<SlipRefusal>>(SlipAct.Kind.class);
        for (var kind : SlipAct.Kind.values()) {
            acts.put(kind, SlipLife.whyNot(slip, kind, now).or(() -> askedOfNobody(who.tenant(), slip, kind)));
        }
        return acts;
    }

    /// The slips about a matter that this person may see, the newest first.
    public List<Slip> ofMatter(SignedIn who, MatterId matter) {
        return table.these(who.tenant(), table.ofMatter(who.tenant(), matter, OF_MATTER_MAX)).stream().filter(slip -> sees(who, slip)).toList();
    }

    /// @param newer whether the list goes on before this page
    /// @param older whether it goes on after it
    public record Page(List<Slip> slips, boolean newer, boolean older) {}

    /// A page of a list, the newest first.
    public Page page(SignedIn who, SlipFilter filter) {
        var more = new SlipFilter(filter.kind(), filter.group(), filter.to(), filter.before(), filter.after(), filter.limit() + 1);
        var ids = table.page(who.tenant(), directory.sightOf(who), matters.keptFrom(who), more, today());
        boolean rest = ids.size() > filter.limit();
        var shown = new ArrayList<>(ids.subList(0, Math.min(ids.size(), filter.limit())));
        boolean backwards = filter.after() != null;
        if (backwards) {
            java.util.Collections.reverse(shown);
        }
        return new Page(table.these(who.tenant(), shown), backwards ? rest : filter.before() != null, backwards || rest);
    }

    /// How many of the open ones are in each group.
    public Map<SlipFilter.Group, Long> counts(SignedIn who, SlipFilter filter) {
        return table.counts(who.tenant(), directory.sightOf(who), matters.keptFrom(who), filter, today());
    }

    /// @param waiting how many wait for this person's units
    /// @param overdue whether the day of some has passed
    public record Waiting(long waiting, boolean overdue) {}

    /// What this person's units have to answer.
    public Waiting toAnswer(SignedIn who) {
        var waiting = table.waitingFor(who.tenant(), Access.unitsWhere(who, Right.ANSWER_SLIPS), matters.keptFrom(who), today());
        return new Waiting(waiting.waiting(), waiting.overdue() > 0);
    }

    /// @param changedAt when something last happened to it
    public record Owed(Slip slip, OffsetDateTime changedAt) {}

    /// The slips this person's units have to answer, the longest due first.
    public List<Owed> owed(SignedIn who, int limit) {
        var changed = table.owed(who.tenant(), Access.unitsWhere(who, Right.ANSWER_SLIPS), directory.sightOf(who), matters.keptFrom(who), today(), limit);
        return table.these(who.tenant(), changed.keySet()).stream().map(slip -> new Owed(slip, Objects.requireNonNull(changed.get(slip.id())))).toList();
    }

    /// What this person's office has to sign, send, judge or follow up.
    public Waiting toLead(SignedIn who) {
        var units = new java.util.HashSet<>(Access.unitsWhere(who, Right.DRAFT_SLIPS));
        units.addAll(Access.unitsWhere(who, Right.SIGN_SLIPS));
        var waiting = table.waitingAt(who.tenant(), units, matters.keptFrom(who), today());
        return new Waiting(waiting.waiting(), waiting.overdue() > 0);
    }

    /// A slip as a document in the form of GB/T 9704-2012.
    public byte[] paper(TenantId tenant, Slip slip) {
        return paper.of(tenant, slip);
    }

    /// A unit's answer as one.
    public byte[] paper(TenantId tenant, Slip slip, Feedback feedback) {
        return paper.of(tenant, slip, feedback);
    }

    public Ladder ladder(TenantId tenant) {
        return numbers.ladder(tenant);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
