package org.mingbai.intake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Holder;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Portal;
import org.mingbai.directory.Right;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.telling.Telling;
import org.mingbai.directory.telling.Tellings;
import org.mingbai.intake.RightsRequest.Outcome;
import org.mingbai.intake.RightsRequest.Wish;
import org.mingbai.intake.vault.ReporterTable;
import org.mingbai.intake.vault.VaultLogTable;
import org.mingbai.intake.vault.VaultLogTable.Whom;
import org.mingbai.ledger.ActKind;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.library.StoredFile;
import org.mingbai.shell.Visible;
import org.springframework.stereotype.Component;

/// What persons ask of the data held of them: asked with the code of a receipt or at the desk, decided by a person with a reason, carried out by the
/// product, and every step in the vault's log. 个人信息保护法 Art. 44 to 50.
@Component
public class RightsRequests {

    private static final int WAITING_MAX = 200;
    private static final int ANSWERED_READ_MAX = 500;
    private static final int OWN_MAX = 50;
    private static final int LOOKS_MAX = 500;
    private static final int WORDS_MAX = 500;
    private static final int REASON_MAX = 500;

    private final RightsTable table;
    private final RightsLimits limits;
    private final Following following;
    private final VoiceTable voices;
    private final Vault vault;
    private final VaultLogTable log;
    private final Retentions retentions;
    private final Standing standing;
    private final Portal portal;
    private final Ledger ledger;
    private final Directory directory;
    private final Tellings tellings;
    private final Whole whole;
    private final Clock clock;

    RightsRequests(RightsTable table, RightsLimits limits, Following following, VoiceTable voices, Vault vault, VaultLogTable log, Retentions retentions,
            Standing standing, Portal portal, Ledger ledger, Directory directory, Tellings tellings, Whole whole, Clock clock) {
        this.table = table;
        this.limits = limits;
        this.following = following;
        this.voices = voices;
        this.vault = vault;
        this.log = log;
        this.retentions = retentions;
        this.standing = standing;
        this.portal = portal;
        this.ledger = ledger;
        this.directory = directory;
        this.tellings = tellings;
        this.whole = whole;
        this.clock = clock;
    }

    /// What somebody asks.
    /// @param right what a correction puts in place; what is left out stays as it was
    /// @param key a name the client gives to this form: sent again it asks nothing more
    public record Asked(@Nullable Wish wish, String words, @Nullable Identity right, UUID key) {}

    /// What the holder of a receipt asked so far, the newest first.
    /// @param title of what they raised
    /// @param kept whether anything is kept of who they are
    public record Own(String title, boolean anonymous, boolean kept, List<RightsRequest> requests) {}

    /// What was asked with that code.
    public VoiceAnswer<Own> own(TenantId tenant, String code) {
        return withCode(tenant, code, voice -> VoiceAnswer.done(own(tenant, voice)));
    }

    /// Asked by whoever holds the receipt.
    public VoiceAnswer<Own> ask(TenantId tenant, String code, Asked asked) {
        return whole.done(() -> withCode(tenant, code, voice -> switch (taken(portal.at(tenant, voice.unit()), voice, asked, null)) {
            case VoiceAnswer.Refused<RightsRequest>(var why) -> VoiceAnswer.refused(why);
            case VoiceAnswer.Done<RightsRequest> _ -> VoiceAnswer.done(own(tenant, voice));
        }));
    }

    /// Taken down for somebody at the window or on the telephone.
    /// @param checked how it was made sure that it is them
    public VoiceAnswer<RightsRequest> ask(SignedIn who, MatterId matter, int no, Asked asked, String checked) {
        var voice = voices.find(who.tenant(), matter, no).orElse(null);
        if (voice == null || standing.seen(who, matter).isEmpty()) {
            return VoiceAnswer.refused(new VoiceRefusal.NoSuchVoice());
        }
        if (!mayTakeDown(who, voice)) {
            return VoiceAnswer.refused(new VoiceRefusal.NotYours());
        }
        return whole.done(() -> taken(who, voice, asked, checked));
    }

    /// Whoever may look at who it was, or decides on such requests.
    public boolean mayTakeDown(SignedIn who, Voice voice) {
        return vault.mayLook(who, voice) || keeps(who, voice.matter());
    }

    private VoiceAnswer<RightsRequest> taken(SignedIn by, Voice voice, Asked asked, @Nullable String checked) {
        var tenant = by.tenant();
        voices.alone(tenant, UUID.nameUUIDFromBytes(("rights/" + voice.matter().value() + "/" + voice.no()).getBytes(StandardCharsets.US_ASCII)));
        var before = table.under(tenant, asked.key());
        if (before.isPresent()) {
            return same(tenant, before.get(), voice, asked) ? VoiceAnswer.done(before.get()) : VoiceAnswer.refused(new VoiceRefusal.KeyUsedBefore());
        }
        return faultIn(tenant, voice, asked, checked)
                .or(() -> named(by, checked == null, voice, "checked", checked == null ? "" : checked))
                .or(() -> named(by, checked == null, voice, "words", asked.words()))
                .map(VoiceAnswer::<RightsRequest>refused)
                .orElseGet(() -> VoiceAnswer.done(written(by, voice, asked, checked)));
    }

    private RightsRequest written(SignedIn by, Voice voice, Asked asked, @Nullable String checked) {
        var tenant = by.tenant();
        var limit = limits.inForce(tenant);
        var today = LocalDate.now(clock);
        var proposed = asked.wish() == Wish.CORRECTION ? vault.keep(tenant, corrected(tenant, voice, asked.right()), keepUntil(tenant, voice)) : null;
        var request = new RightsRequest(table.nextNo(), voice.matter(), voice.no(), asked.wish(), asked.words(), proposed, checked, by.person(),
                OffsetDateTime.now(clock), today.plusDays(limit.days()), limit.version(), null, null, null, null, null);
        table.insert(tenant, request, asked.key());
        write(by, voice, VaultAct.REQUESTED, "intake.rights.wish." + asked.wish());
        tell(by, voice, request);
        return request;
    }

    private Identity corrected(TenantId tenant, Voice voice, @Nullable Identity right) {
        var was = Optional.ofNullable(voice.reporter()).flatMap(id -> vault.ownOf(tenant, id)).orElse(Identity.of(null, null));
        return right == null ? was : right.over(was);
    }

    /// What is put in place of another record is kept no longer than that one.
    private LocalDate keepUntil(TenantId tenant, Voice voice) {
        return kept(tenant, voice).map(ReporterTable.Keeping::until).filter(day -> day.isAfter(LocalDate.now(clock)))
                .orElseGet(() -> retentions.until(tenant, voice.channel()));
    }

    /// @param checked null where it is asked by the person themselves
    private Optional<VoiceRefusal> faultIn(TenantId tenant, Voice voice, Asked asked, @Nullable String checked) {
        if (asked.wish() == null) {
            return Optional.of(new VoiceRefusal.Missing("wish"));
        }
        var unsure = checked == null ? Optional.<VoiceRefusal>empty() : plain("checked", checked, WORDS_MAX, true);
        if (unsure.isPresent()) {
            return unsure;
        }
        if (table.of(tenant, voice.matter(), voice.no(), OWN_MAX).stream().anyMatch(it -> it.isOpen() && it.wish() == asked.wish())) {
            return Optional.of(new VoiceRefusal.WaitsForAnswer("wish"));
        }
        boolean changes = asked.wish() == Wish.CORRECTION || asked.wish() == Wish.DELETION;
        if (changes && voice.anonymous()) {
            return Optional.of(new VoiceRefusal.RaisedAnonymously("wish"));
        }
        if (asked.wish() == Wish.DELETION && !isKept(tenant, voice)) {
            return Optional.of(new VoiceRefusal.NobodyKept());
        }
        if (asked.wish() == Wish.CORRECTION) {
            if (asked.right() == null || asked.right().isEmpty()) {
                return Optional.of(new VoiceRefusal.Missing("name"));
            }
            var fault = Receiving.faultIn(asked.right());
            if (fault.isPresent()) {
                return fault;
            }
            if (!vault.isOpen(tenant)) {
                return Optional.of(new VoiceRefusal.KeysMissing());
            }
            if (asked.right().isNamedIn(asked.words())) {
                return Optional.of(new VoiceRefusal.NamedInRequest("words"));
            }
        }
        return plain("words", asked.words(), WORDS_MAX, false);
    }

    /// What several people at the office read is no place for a number or a name.
    private static Optional<VoiceRefusal> plain(String field, String text, int most, boolean asked) {
        if (!Visible.says(text)) {
            return asked ? Optional.of(new VoiceRefusal.Missing(field)) : Optional.empty();
        }
        if (text.codePointCount(0, text.length()) > most) {
            return Optional.of(new VoiceRefusal.TooLong(field, most));
        }
        var hidden = Receiving.hidden(field, text.replace('\n', ' '));
        if (hidden.isPresent()) {
            return hidden;
        }
        return PersonalData.in(field, text).isPresent() ? Optional.of(new VoiceRefusal.NamedInRequest(field)) : Optional.empty();
    }

    /// Looked for last, when nothing else stands against it: so nobody learns by words alone whom they name, as each look leaves a line in the log or is
    /// what was asked or decided.
    /// @param own whether the person themselves is asking
    private Optional<VoiceRefusal> named(SignedIn by, boolean own, Voice voice, String field, String text) {
        boolean named = own ? vault.isNamed(by.tenant(), List.of(voice), text) : vault.isNamed(by, List.of(voice), text);
        return named ? Optional.of(new VoiceRefusal.NamedInRequest(field)) : Optional.empty();
    }

    private boolean same(TenantId tenant, RightsRequest before, Voice voice, Asked asked) {
        return before.matter().equals(voice.matter()) && before.voice() == voice.no() && before.wish() == asked.wish()
                && before.words().equals(asked.words())
                && (before.proposed() == null
                        || vault.ownOf(tenant, before.proposed()).map(it -> it.equals(corrected(tenant, voice, asked.right()))).orElse(true));
    }

    /// What waits for an answer, as far as the asker decides on it, the most urgent first.
    public List<RightsRequest> waiting(SignedIn who) {
        return Paged.of(WAITING_MAX, offset -> table.waiting(who.tenant(), WAITING_MAX, offset), it -> keeps(who, it.matter()));
    }

    /// What was answered, as far as the asker decides on such, the newest first.
    public List<RightsRequest> answered(SignedIn who, long before, int limit) {
        return table.answered(who.tenant(), before, ANSWERED_READ_MAX).stream().filter(it -> keeps(who, it.matter())).limit(limit).toList();
    }

    /// One of them; nothing where the asker does not decide on it.
    public Optional<RightsRequest> find(SignedIn who, long no) {
        return table.find(who.tenant(), no).filter(it -> keeps(who, it.matter()));
    }

    /// The voice it is about.
    public Voice voiceOf(SignedIn who, RightsRequest request) {
        return voices.find(who.tenant(), request.matter(), request.voice()).orElseThrow();
    }

    /// As much of what a correction would put in place as a screen shows.
    public MaskedIdentity proposed(SignedIn who, RightsRequest request) {
        return Optional.ofNullable(request.proposed()).filter(_ -> keeps(who, request.matter()))
                .flatMap(id -> vault.maskedOf(who.tenant(), id)).orElse(MaskedIdentity.NOTHING);
    }

    private boolean keeps(SignedIn who, MatterId matter) {
        return Access.may(who, Right.KEEP_REQUESTS)
                && standing.seen(who, matter).flatMap(seen -> standing.postFor(who, seen, Right.KEEP_REQUESTS)).isPresent();
    }

    /// Decides, and carries it out: opens what is held, puts the correction in place, destroys the key, or has it stored and no more.
    /// @param law that has it kept, with its article; only where it is stored and no more
    public VoiceAnswer<RightsRequest> decide(SignedIn who, long no, @Nullable Outcome outcome, String reason, String law) {
        return whole.done(() -> {
            var request = table.held(who.tenant(), no).filter(it -> keeps(who, it.matter())).orElse(null);
            if (request == null) {
                return VoiceAnswer.refused(new VoiceRefusal.NoSuchRequest());
            }
            var voice = voiceOf(who, request);
            if (!request.isOpen()) {
                boolean again = who.person().equals(request.decidedBy()) && request.outcome() == outcome && reason.equals(request.reason());
                return again ? VoiceAnswer.done(request) : VoiceAnswer.refused(new VoiceRefusal.DecidedAlready());
            }
            if (outcome == null || outcome == Outcome.STORED_ONLY && request.wish() != Wish.DELETION) {
                return VoiceAnswer.refused(new VoiceRefusal.Missing("outcome"));
            }
            return Stream.<Supplier<Optional<VoiceRefusal>>>of(() -> plain("reason", reason, REASON_MAX, true),
                            () -> lawFault(outcome, law),
                            () -> hindrance(who.tenant(), voice, request, outcome),
                            () -> named(who, false, voice, "reason", reason),
                            () -> outcome == Outcome.STORED_ONLY ? named(who, false, voice, "law", law) : Optional.empty(),
                            () -> carriedOut(who, voice, request, outcome, reason, law))
                    .flatMap(step -> step.get().stream()).findFirst().map(VoiceAnswer::<RightsRequest>refused)
                    .orElseGet(() -> VoiceAnswer.done(decided(who, request, voice, new RightsTable.Decision(outcome, reason,
                            outcome == Outcome.STORED_ONLY ? law : null))));
        });
    }

    private static Optional<VoiceRefusal> lawFault(Outcome outcome, String law) {
        if (outcome != Outcome.STORED_ONLY) {
            return Optional.empty();
        }
        var fault = plain("law", law, REASON_MAX, true);
        return fault.isPresent() || NamedLaw.isIn(law) ? fault : Optional.of(new VoiceRefusal.NoLawNamed("law"));
    }

    private Optional<VoiceRefusal> carriedOut(SignedIn who, Voice voice, RightsRequest request, Outcome outcome, String reason, String law) {
        return switch (request.wish()) {
            case ACCESS, COPY -> Optional.empty();
            case CORRECTION -> corrected(who, voice, request, outcome, reason);
            case DELETION -> switch (outcome) {
                case REFUSED -> Optional.empty();
                case GRANTED -> destroyed(who, voice, request, reason);
                case STORED_ONLY -> stored(who, voice, law);
            };
        };
    }

    /// What stands against a deletion, whatever is said of it. What a correction would put in place is a copy of the whole record: it is decided on first,
    /// so that nothing stays behind or comes back.
    private Optional<VoiceRefusal> hindrance(TenantId tenant, Voice voice, RightsRequest request, Outcome outcome) {
        if (request.wish() != Wish.DELETION || outcome == Outcome.REFUSED) {
            return Optional.empty();
        }
        if (table.of(tenant, voice.matter(), voice.no(), OWN_MAX).stream().anyMatch(it -> it.isOpen() && it.wish() == Wish.CORRECTION)) {
            return Optional.of(new VoiceRefusal.CorrectionOpen());
        }
        if (!isKept(tenant, voice)) {
            return Optional.of(new VoiceRefusal.NobodyKept());
        }
        if (outcome == Outcome.GRANTED) {
            return vault.isShut(tenant, voice) ? Optional.of(new VoiceRefusal.KeysMissing()) : Optional.empty();
        }
        return kept(tenant, voice).filter(it -> it.restrictedBasis() != null).map(_ -> new VoiceRefusal.OnlyStored());
    }

    private Optional<VoiceRefusal> corrected(SignedIn who, Voice voice, RightsRequest request, Outcome outcome, String reason) {
        var proposed = Optional.ofNullable(request.proposed()).orElseThrow();
        if (outcome == Outcome.REFUSED) {
            vault.drop(who.tenant(), proposed, reason);
            return Optional.empty();
        }
        kept(who.tenant(), voice).map(ReporterTable.Keeping::restrictedBasis).ifPresent(basis -> vault.restrict(who.tenant(), proposed, basis));
        voices.correct(who.tenant(), voice, proposed);
        Optional.ofNullable(voice.reporter()).ifPresent(old -> vault.drop(who.tenant(), old, reason));
        write(who, new Voice(voice.matter(), voice.no(), voice.channel(), proposed, voice.anonymous(), voice.confidential(), voice.language(), voice.unit(),
                voice.receivedAt(), voice.withdrawnAt(), voice.withheldAt(), voice.notice()), VaultAct.CORRECTED, reason);
        return Optional.empty();
    }

    private Optional<VoiceRefusal> destroyed(SignedIn who, Voice voice, RightsRequest request, String reason) {
        var seen = standing.seen(who, voice.matter()).orElseThrow();
        var key = UUID.nameUUIDFromBytes(("rights/" + request.no()).getBytes(StandardCharsets.US_ASCII));
        return vault.destroyed(who, voice, seen, reason, key) instanceof VoiceAnswer.Refused<Voice>(var why) ? Optional.of(why) : Optional.empty();
    }

    private Optional<VoiceRefusal> stored(SignedIn who, Voice voice, String law) {
        if (voice.reporter() == null || !vault.restrict(who.tenant(), voice.reporter(), law)) {
            return Optional.of(isKept(who.tenant(), voice) ? new VoiceRefusal.OnlyStored() : new VoiceRefusal.NobodyKept());
        }
        write(who, voice, VaultAct.RESTRICTED, law);
        return Optional.empty();
    }

    private RightsRequest decided(SignedIn who, RightsRequest request, Voice voice, RightsTable.Decision made) {
        table.decide(who.tenant(), request.no(), made, who.person(), OffsetDateTime.now(clock));
        write(who, voice, made.outcome() == Outcome.GRANTED ? VaultAct.GRANTED : VaultAct.DECLINED, made.reason());
        return table.find(who.tenant(), request.no()).orElseThrow();
    }

    /// What is held of whoever holds the receipt, once a request for it was granted. That it was opened stands in the log.
    public VoiceAnswer<OwnData> open(TenantId tenant, String code, long no) {
        return whole.done(() -> withCode(tenant, code, voice -> {
            var granted = table.find(tenant, no)
                    .filter(it -> it.matter().equals(voice.matter()) && it.voice() == voice.no()).filter(RightsRequest::opens);
            if (granted.isEmpty()) {
                return VoiceAnswer.refused(new VoiceRefusal.NoSuchRequest());
            }
            return switch (following.follow(tenant, code)) {
                case VoiceAnswer.Refused<Followed>(var why) -> VoiceAnswer.refused(why);
                case VoiceAnswer.Done<Followed>(var told) -> {
                    log.write(tenant, null, VaultAct.DISCLOSED, whom(voice), "intake.rights.wish." + granted.get().wish(), OffsetDateTime.now(clock));
                    yield VoiceAnswer.done(held(tenant, voice, told));
                }
            };
        }));
    }

    private OwnData held(TenantId tenant, Voice voice, Followed told) {
        var keeping = kept(tenant, voice);
        var identity = Optional.ofNullable(voice.reporter()).flatMap(id -> vault.ownOf(tenant, id)).orElse(null);
        return new OwnData(voice, told, identity, keeping.map(ReporterTable.Keeping::until).orElse(null),
                keeping.map(ReporterTable.Keeping::destroyedAt).orElse(null), keeping.map(ReporterTable.Keeping::restrictedBasis).orElse(null),
                voices.files(tenant, voice.matter(), voice.no()).stream().map(StoredFile::name).toList(), looks(tenant, voice));
    }

    /// By unit, not by name: the journal says in which post somebody opened it, the log who searched.
    private List<OwnData.Look> looks(TenantId tenant, Voice voice) {
        var tree = directory.treeOf(tenant);
        var looks = new ArrayList<OwnData.Look>();
        ledger.journalFor(tenant, voice.matter()).forEach(line -> {
            if (line.entry() instanceof Entry.IdentityRevealed(var no, var purpose) && no == voice.no()) {
                looks.add(new OwnData.Look(line.day(), name(tree, line.as()), false, purpose));
            }
        });
        log.about(tenant, voice.matter(), voice.no(), VaultAct.LOOKED_UP, LOOKS_MAX).forEach(line -> {
            var day = line.at().atZoneSameInstant(clock.getZone()).toLocalDate();
            var units = line.by().stream().flatMap(by -> directory.seatsOf(tenant, by, day).stream())
                    .filter(seat -> Access.rightsOf(seat.role()).contains(Right.REVEAL_REPORTER)).map(seat -> name(tree, seat)).distinct()
                    .sorted().collect(Collectors.joining("、"));
            looks.add(new OwnData.Look(day, units, true, line.purpose()));
        });
        return looks.stream().sorted(Comparator.comparing(OwnData.Look::day)).toList();
    }

    private static String name(OrganisationTree tree, Seat seat) {
        return tree.unit(seat.unit()).map(OrganisationTree.Unit::name).orElse("");
    }

    private Own own(TenantId tenant, Voice voice) {
        var title = standing.workedOn(tenant, voice.matter()).isEmpty() ? ""
                : Standing.first(ledger.journalFor(tenant, voice.matter())).title();
        return new Own(title, voice.anonymous(), isKept(tenant, voice), table.of(tenant, voice.matter(), voice.no(), OWN_MAX));
    }

    private boolean isKept(TenantId tenant, Voice voice) {
        return kept(tenant, voice).filter(it -> it.destroyedAt() == null).isPresent();
    }

    private Optional<ReporterTable.Keeping> kept(TenantId tenant, Voice voice) {
        return Optional.ofNullable(voice.reporter()).flatMap(id -> vault.keeping(tenant, id));
    }

    private interface WithVoice<T> {
        VoiceAnswer<T> of(Voice voice);
    }

    private <T> VoiceAnswer<T> withCode(TenantId tenant, String code, WithVoice<T> work) {
        return voices.byReceipt(tenant, ReceiptCode.hashOf(code)).map(work::of).orElseGet(() -> VoiceAnswer.refused(new VoiceRefusal.NoSuchReceipt()));
    }

    private void write(SignedIn by, Voice voice, VaultAct act, String purpose) {
        log.write(by.tenant(), by.person(), act, whom(voice), purpose, OffsetDateTime.now(clock));
    }

    private static Whom whom(Voice voice) {
        return new Whom(voice.reporter(), voice.matter(), voice.no());
    }

    /// Tells the office that keeps the register that somebody asks, and nothing of who.
    private void tell(SignedIn by, Voice voice, RightsRequest request) {
        standing.workedOn(by.tenant(), voice.matter()).ifPresent(matter -> ledger.postsFor(by, matter, ActKind.CORRECT).forEach(office -> {
            var people = directory.holdersOf(by.tenant(), office, LocalDate.now(clock)).stream().map(Holder::person).distinct().toList();
            tellings.tell(by.tenant(), people, Telling.of("rights/" + request.no(), "rights/" + request.no(), "/rights/" + request.no(),
                    "intake.tell.rights", MatterNumber.of(matter).printed(), Telling.cut(matter.subject().heading())));
        }));
    }
}
