package org.mingbai.intake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingbai.directory.Access;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Right;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.intake.vault.Masking;
import org.mingbai.intake.vault.ReporterTable;
import org.mingbai.intake.vault.VaultKeyTable;
import org.mingbai.intake.vault.VaultLogTable;
import org.mingbai.intake.vault.VaultLogTable.Whom;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.shell.Visible;
import org.mingbai.shell.keys.KeyProvider;
import org.mingbai.shell.keys.Sealing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Who raised something, kept apart from what was raised. Nobody reads it without a purpose that stands in the matter's journal (I10).
@Component
public class Vault {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    static final int FOUND_MAX = 100;
    /// Whoever keeps few of very many is not looked for to the end each time.
    private static final int PAGES_MAX = 200;
    private static final int LOG_READ = 200;
    private static final int REASON_MAX = 200;
    private static final int BATCH = 500;
    private static final int LOOKS_MAX = 1000;

    private final KeyProvider keys;
    private final VaultKeyTable used;
    private final ReporterTable reporters;
    private final VaultLogTable log;
    private final VoiceTable voices;
    private final Standing standing;
    private final Ledger ledger;
    private final Matters matters;
    private final Whole whole;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    Vault(KeyProvider keys, VaultKeyTable used, ReporterTable reporters, VaultLogTable log, VoiceTable voices, Standing standing, Ledger ledger,
            Matters matters, Whole whole, PlatformTransactionManager transactions, Clock clock) {
        this.keys = keys;
        this.used = used;
        this.reporters = reporters;
        this.log = log;
        this.voices = voices;
        this.standing = standing;
        this.ledger = ledger;
        this.matters = matters;
        this.whole = whole;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /// Whether something can be sealed and all that was sealed be read: every key that was ever used here is at hand.
    public boolean isOpen(TenantId tenant) {
        return keys.ready() && used.of(tenant).stream().allMatch(keys::holds);
    }

    /// Seals it, within the transaction of the raising. The vault has to be open.
    ReporterId keep(TenantId tenant, Identity identity, LocalDate keepUntil) {
        if (!isOpen(tenant)) {
            throw new IllegalStateException("the vault is not open");
        }
        var id = reporters.nextId();
        var dataKey = Sealing.freshKey(keys.cipher());
        var sealed = Sealing.seal(keys.cipher(), dataKey, JSON.writeValueAsBytes(identity), about(tenant, id));
        var wrapped = keys.wrap(dataKey, about(tenant, id));
        used.use(tenant, wrapped.key(), now());
        reporters.insert(tenant, new ReporterTable.Sealed(id, keys.cipher(), wrapped, sealed),
                identity.phone() == null || identity.phone().isBlank() ? null : phoneIndex(tenant, identity.phone()),
                new MaskedIdentity(Masking.name(identity.name()), Masking.phone(identity.phone())), keepUntil, now());
        return id;
    }

    /// What a screen may show of them; of those who asked to be confidential, nothing to one who may not look at such.
    public MaskedIdentity masked(SignedIn who, Voice voice) {
        var matter = standing.seen(who, voice.matter());
        if (voice.reporter() == null || matter.isEmpty() || voice.confidential() && standing.postFor(who, matter.get(), Right.REVEAL_GUARDED).isEmpty()) {
            return MaskedIdentity.NOTHING;
        }
        return reporters.masked(who.tenant(), voice.reporter()).orElse(MaskedIdentity.NOTHING);
    }

    /// Whether a text that everybody is to read gives one of them away. Nobody is shown who it was.
    boolean isNamed(TenantId tenant, List<Voice> voices, String text) {
        return voices.stream().flatMap(voice -> Optional.ofNullable(voice.reporter()).stream())
                .flatMap(id -> reporters.sealed(tenant, id).stream())
                .filter(sealed -> keys.holds(sealed.key().key()))
                .anyMatch(sealed -> opened(tenant, sealed).isNamedIn(text));
    }

    /// The same, where the answer tells whoever typed the text: that it names somebody stands in the log, whatever becomes of what they did.
    boolean isNamed(SignedIn who, List<Voice> voices, String text) {
        var named = voices.stream().filter(voice -> isNamed(who.tenant(), List.of(voice), text)).toList();
        named.forEach(voice -> ownTransaction.executeWithoutResult(_ ->
                log.write(who.tenant(), who.person(), VaultAct.REFUSED, whom(voice), new VoiceRefusal.NamedInRequest("").key(), now())));
        return !named.isEmpty();
    }

    /// Shows who it was, to those at work on the matter or asking for the verdict. It stands in the journal and in the log before it is shown.
    /// @param key a name the client gives to this request; one form shows it once
    public VoiceAnswer<Identity> reveal(SignedIn who, MatterId matter, int no, String purpose, UUID key) {
        var voice = voices.find(who.tenant(), matter, no).orElse(null);
        var seen = standing.seen(who, matter).orElse(null);
        if (voice == null || seen == null) {
            return VoiceAnswer.refused(new VoiceRefusal.NoSuchVoice());
        }
        return logged(who, voice, whole.done(() -> shown(who, voice, seen, purpose, key)));
    }

    private VoiceAnswer<Identity> shown(SignedIn who, Voice voice, Matter seen, String purpose, UUID key) {
        var seat = standing.postFor(who, seen, voice.confidential() ? Right.REVEAL_GUARDED : Right.REVEAL_REPORTER).orElse(null);
        if (seat == null) {
            boolean mayLookAtOthers = standing.postFor(who, seen, Right.REVEAL_REPORTER).isPresent();
            return VoiceAnswer.refused(mayLookAtOthers ? new VoiceRefusal.Guarded() : new VoiceRefusal.NotYours());
        }
        if (!keys.ready()) {
            return VoiceAnswer.refused(new VoiceRefusal.KeysMissing());
        }
        var sealed = Optional.ofNullable(voice.reporter()).flatMap(id -> reporters.sealed(who.tenant(), id)).orElse(null);
        if (sealed == null) {
            return VoiceAnswer.refused(new VoiceRefusal.NobodyKept());
        }
        if (!keys.holds(sealed.key().key())) {
            return VoiceAnswer.refused(new VoiceRefusal.KeysMissing());
        }
        if (reporters.keeping(who.tenant(), sealed.id()).filter(it -> it.restrictedBasis() != null).isPresent()) {
            return VoiceAnswer.refused(new VoiceRefusal.OnlyStored());
        }
        var identity = opened(who.tenant(), sealed);
        if (identity.isNamedIn(purpose)) {
            return VoiceAnswer.refused(new VoiceRefusal.PurposeNamesReporter("purpose"));
        }
        return switch (ledger.record(who, seat, voice.matter(), new Entry.IdentityRevealed(voice.no(), purpose), key)) {
            case Answer.Refused(var why, _) -> VoiceAnswer.refused(new VoiceRefusal.OfLedger(why));
            case Answer.Done(_, var again) when again -> VoiceAnswer.refused(new VoiceRefusal.RevealedAlready());
            case Answer.Done _ -> {
                log.write(who.tenant(), who.person(), VaultAct.REVEALED, whom(voice), purpose, now());
                yield VoiceAnswer.done(identity);
            }
        };
    }

    /// What came of looking for where to send something.
    public sealed interface Address {

        record Mobile(String digits) implements Address {

            /// Never in clear: what is printed ends in logs.
            @Override
            public String toString() {
                return "Mobile[sealed]";
            }
        }

        record Mail(String at) implements Address {

            @Override
            public String toString() {
                return "Mail[sealed]";
            }
        }

        /// Nobody is kept, or left none of the kinds asked for.
        record None() implements Address {}

        /// The keys are not at hand.
        record Shut() implements Address {}
    }

    /// Takes out where one who did not ask to be confidential, and is not only stored, can be written to, for the product itself to send something
    /// there. It stands in the log first.
    /// @param texts whether a number that takes texts would do; it comes before an address for letters
    /// @param letters whether an address for letters would do
    public Address address(TenantId tenant, Voice voice, boolean texts, boolean letters) {
        var sealed = voice.confidential() ? Optional.<ReporterTable.Sealed>empty()
                : Optional.ofNullable(voice.reporter()).flatMap(id -> reporters.sealed(tenant, id));
        if (sealed.isEmpty() || reporters.keeping(tenant, sealed.get().id()).filter(it -> it.restrictedBasis() != null).isPresent()) {
            return new Address.None();
        }
        if (!keys.ready() || !keys.holds(sealed.get().key().key())) {
            return new Address.Shut();
        }
        log.write(tenant, null, VaultAct.ADDRESSED, whom(voice), "intake.vault.purpose.link", now());
        var known = opened(tenant, sealed.get());
        return Optional.ofNullable(known.phone()).filter(_ -> texts).map(Masking::digits).filter(Masking::isMobile).<Address>map(Address.Mobile::new)
                .or(() -> Optional.ofNullable(known.email()).filter(_ -> letters).map(Address.Mail::new))
                .orElseGet(Address.None::new);
    }

    /// What somebody with that number raised, as far as the asker might look at who raised it.
    public VoiceAnswer<List<Voice>> byPhone(SignedIn who, String phone, String purpose) {
        if (!Visible.says(purpose)) {
            return VoiceAnswer.refused(new VoiceRefusal.Missing("purpose"));
        }
        if (!Masking.isPhone(phone)) {
            return VoiceAnswer.refused(new VoiceRefusal.NotAPhone("phone"));
        }
        if (!Access.may(who, Right.REVEAL_REPORTER)) {
            return VoiceAnswer.refused(new VoiceRefusal.NotYours());
        }
        if (!keys.ready()) {
            return VoiceAnswer.refused(new VoiceRefusal.KeysMissing());
        }
        if (Identity.of(null, phone).isNamedIn(purpose)) {
            return VoiceAnswer.refused(new VoiceRefusal.PurposeNamesReporter("purpose"));
        }
        return whole.done(() -> {
            var found = voices.ofReporters(who.tenant(), reporters.byPhone(who.tenant(), phoneIndex(who.tenant(), phone), FOUND_MAX)).stream()
                    .filter(voice -> mayLook(who, voice)).toList();
            (found.isEmpty() ? List.of(Whom.NOBODY) : found.stream().map(Vault::whom).toList())
                    .forEach(whom -> log.write(who.tenant(), who.person(), VaultAct.LOOKED_UP, whom, purpose, now()));
            return VoiceAnswer.done(found);
        });
    }

    /// Whether this person may look at who it was, for a purpose.
    public boolean mayLook(SignedIn who, Voice voice) {
        var right = voice.confidential() ? Right.REVEAL_GUARDED : Right.REVEAL_REPORTER;
        return standing.seen(who, voice.matter()).flatMap(matter -> standing.postFor(who, matter, right)).isPresent();
    }

    /// Destroys the key of one record, so that nobody reads it ever again, within the transaction of whoever decided on it. That there was a reporter
    /// remains.
    VoiceAnswer<Voice> destroyed(SignedIn who, Voice voice, Matter seen, String reason, UUID key) {
        var seat = standing.postFor(who, seen, Right.KEEP_REQUESTS).orElse(null);
        if (seat == null) {
            return VoiceAnswer.refused(new VoiceRefusal.NotYours());
        }
        var id = voice.reporter();
        if (id == null) {
            return VoiceAnswer.refused(new VoiceRefusal.NobodyKept());
        }
        if (isShut(who.tenant(), voice)) {
            return VoiceAnswer.refused(new VoiceRefusal.KeysMissing());
        }
        if (isNamed(who.tenant(), List.of(voice), reason)) {
            return VoiceAnswer.refused(new VoiceRefusal.PurposeNamesReporter("reason"));
        }
        return switch (ledger.record(who, seat, voice.matter(), new Entry.IdentityDestroyed(voice.no(), reason), key)) {
            case Answer.Refused(var why, _) -> VoiceAnswer.refused(new VoiceRefusal.OfLedger(why));
            case Answer.Done(_, var again) when again -> VoiceAnswer.done(voice);
            case Answer.Done _ -> {
                if (!reporters.destroy(who.tenant(), id, reason, now())) {
                    yield VoiceAnswer.refused(new VoiceRefusal.NobodyKept());
                }
                log.write(who.tenant(), who.person(), VaultAct.DESTROYED, whom(voice), reason, now());
                yield VoiceAnswer.done(voice);
            }
        };
    }

    /// What is sealed there, for the person themselves. Nothing where it is destroyed or its key is not at hand.
    Optional<Identity> ownOf(TenantId tenant, ReporterId id) {
        return reporters.sealed(tenant, id).filter(sealed -> keys.holds(sealed.key().key())).map(sealed -> opened(tenant, sealed));
    }

    /// As much of it as a screen shows.
    Optional<MaskedIdentity> maskedOf(TenantId tenant, ReporterId id) {
        return reporters.masked(tenant, id);
    }

    /// How long it is kept, and how it stands.
    Optional<ReporterTable.Keeping> keeping(TenantId tenant, ReporterId id) {
        return reporters.keeping(tenant, id);
    }

    /// From now on only stored. False when it was before, or nothing is there.
    boolean restrict(TenantId tenant, ReporterId id, String basis) {
        return reporters.restrict(tenant, id, basis, now());
    }

    /// Another record takes its place: the key of this one is destroyed.
    void drop(TenantId tenant, ReporterId id, String why) {
        reporters.destroy(tenant, id, why, now());
    }

    /// From now on the code on the receipt tells nothing: it fell into other hands, or following it would put somebody in danger.
    public VoiceAnswer<Voice> withhold(SignedIn who, MatterId matter, int no, String reason) {
        var voice = voices.find(who.tenant(), matter, no).orElse(null);
        var seen = standing.seen(who, matter).orElse(null);
        if (voice == null || seen == null) {
            return VoiceAnswer.refused(new VoiceRefusal.NoSuchVoice());
        }
        if (!Visible.says(reason)) {
            return VoiceAnswer.refused(new VoiceRefusal.Missing("reason"));
        }
        if (reason.codePointCount(0, reason.length()) > REASON_MAX) {
            return VoiceAnswer.refused(new VoiceRefusal.TooLong("reason", REASON_MAX));
        }
        return logged(who, voice, whole.done(() -> {
            if (standing.postFor(who, seen, Right.REVEAL_GUARDED).isEmpty()) {
                return VoiceAnswer.refused(new VoiceRefusal.NotYours());
            }
            if (isShut(who.tenant(), voice)) {
                return VoiceAnswer.refused(new VoiceRefusal.KeysMissing());
            }
            if (isNamed(who.tenant(), List.of(voice), reason)) {
                return VoiceAnswer.refused(new VoiceRefusal.PurposeNamesReporter("reason"));
            }
            if (!voices.withhold(who.tenant(), voice, now())) {
                return VoiceAnswer.refused(new VoiceRefusal.WithheldAlready());
            }
            log.write(who.tenant(), who.person(), VaultAct.WITHHELD, whom(voice), reason, now());
            return VoiceAnswer.done(voice);
        }));
    }

    /// Whether somebody is kept there whose key is not at hand: nobody can tell then whether a text names them.
    boolean isShut(TenantId tenant, Voice voice) {
        return Optional.ofNullable(voice.reporter()).flatMap(id -> reporters.sealed(tenant, id)).filter(sealed -> !keys.holds(sealed.key().key())).isPresent();
    }

    /// Whether this person may do that, and it was not done.
    public boolean mayWithhold(SignedIn who, Voice voice) {
        return voice.withheldAt() == null
                && standing.seen(who, voice.matter()).flatMap(matter -> standing.postFor(who, matter, Right.REVEAL_GUARDED)).isPresent();
    }

    /// What is kept longer than it was to be and not bidden to be kept, as far as the asker may have it destroyed, read as far as it is asked for.
    Stream<Voice> overdue(SignedIn who) {
        var today = LocalDate.now(clock);
        return Stream.iterate(reporters.overdue(who.tenant(), today, null, FOUND_MAX), page -> !page.isEmpty(),
                        page -> reporters.overdue(who.tenant(), today, page.getLast(), FOUND_MAX))
                .limit(PAGES_MAX).flatMap(page -> keeping(who, page.stream().map(ReporterTable.Overdue::id).toList()));
    }

    /// The same of what is only stored from now on.
    Stream<Voice> onlyStored(SignedIn who) {
        return keeping(who, reporters.onlyStored(who.tenant(), LocalDate.now(clock), FOUND_MAX));
    }

    private Stream<Voice> keeping(SignedIn who, List<ReporterId> ids) {
        return voices.ofReporters(who.tenant(), ids).stream()
                .filter(voice -> standing.seen(who, voice.matter()).flatMap(matter -> standing.postFor(who, matter, Right.KEEP_REQUESTS)).isPresent());
    }

    /// Who looked at whom, the newest first, without the matters that are kept from the reader.
    /// @param before lines older than that one
    public List<VaultLine> log(SignedIn who, Optional<Long> before, int limit) {
        return log(who, VaultFilter.ALL, before, limit);
    }

    /// The same, of one person, one act or some days.
    public List<VaultLine> log(SignedIn who, VaultFilter filter, Optional<Long> before, int limit) {
        if (!Access.may(who, Right.SEE_VAULT_LOG)) {
            return List.of();
        }
        var found = new ArrayList<VaultLine>();
        var last = before;
        while (true) {
            var lines = log.lines(who.tenant(), filter, last.orElse(null), LOG_READ);
            seen(who, lines).stream().limit(limit - (long) found.size()).forEach(found::add);
            if (found.size() == limit || lines.size() < LOG_READ) {
                return List.copyOf(found);
            }
            last = Optional.of(lines.getLast().id());
        }
    }

    private List<VaultLine> seen(SignedIn who, List<VaultLine> lines) {
        var named = lines.stream().flatMap(line -> line.matter().stream()).collect(Collectors.toSet());
        var seen = matters.these(who, named).stream().map(Matter::id).collect(Collectors.toSet());
        return lines.stream().filter(line -> line.matter().map(seen::contains).orElse(true)).toList();
    }

    /// Who looked, searched or opened most often in the days of the filter, counted over what the reader sees.
    public Map<PersonId, Integer> looks(SignedIn who, VaultFilter filter) {
        if (!Access.may(who, Right.SEE_VAULT_LOG)) {
            return Map.of();
        }
        var looks = log.looks(who.tenant(), filter, LOOKS_MAX);
        var named = looks.stream().flatMap(it -> Optional.ofNullable(it.matter()).stream()).collect(Collectors.toSet());
        var seen = matters.these(who, named).stream().map(Matter::id).collect(Collectors.toSet());
        return looks.stream().filter(it -> it.matter() == null || seen.contains(it.matter()))
                .collect(Collectors.groupingBy(VaultLogTable.Looks::by, Collectors.summingInt(VaultLogTable.Looks::times)));
    }

    /// @param continued whether an earlier change of keys had been cut short and was brought to its end, without a further key
    /// @param records how many were wrapped anew
    public record Rotation(boolean continued, int records) {}

    /// Takes a new key into use and wraps with it what older ones wrap, some records at a time, each time all or none. Cut short at any moment,
    /// everything stays readable, and the same again brings it to its end. Nobody is kept from working meanwhile.
    /// @return nothing where a key that something is sealed under is not at hand: then no new one is made
    public Optional<Rotation> rotate(List<TenantId> tenants) {
        if (!keys.ready() || !tenants.stream().allMatch(this::isOpen)) {
            return Optional.empty();
        }
        boolean continued = tenants.stream().anyMatch(tenant -> !reporters.wrappedByOthers(tenant, keys.current(), 1).isEmpty());
        if (!continued) {
            keys.renew();
        }
        return Optional.of(new Rotation(continued, tenants.stream().mapToInt(this::rewrap).sum()));
    }

    /// After a new key came into use: wraps with it what older ones wrap. What is sealed is not touched, and nobody's identity is read.
    /// @return how many there were
    public int rewrap(TenantId tenant) {
        int count = 0;
        for (boolean more = isOpen(tenant); more; ) {
            int done = rewrapSome(tenant);
            count += done;
            more = done == BATCH;
        }
        return count;
    }

    private int rewrapSome(TenantId tenant) {
        return whole.done(() -> {
            var current = keys.current();
            used.use(tenant, current, now());
            var old = reporters.wrappedByOthers(tenant, current, BATCH);
            old.forEach(sealed -> {
                var dataKey = keys.unwrap(sealed.key(), about(tenant, sealed.id()));
                reporters.rewrap(tenant, sealed.id(), sealed.key().key(), keys.wrap(dataKey, about(tenant, sealed.id())));
            });
            used.drop(tenant, current);
            if (!old.isEmpty()) {
                log.write(tenant, null, VaultAct.REWRAPPED, Whom.NOBODY, Integer.toString(old.size()), now());
            }
            return VoiceAnswer.done(old.size());
        }) instanceof VoiceAnswer.Done<Integer>(var done) ? done : 0;
    }

    /// A refusal leaves a line too: it is the trying that somebody has to be able to see. A form that was not filled in is no trying.
    private <T> VoiceAnswer<T> logged(SignedIn who, Voice voice, VoiceAnswer<T> answer) {
        if (answer instanceof VoiceAnswer.Refused<T>(var why) && !(why instanceof VoiceRefusal.OfLedger)) {
            log.write(who.tenant(), who.person(), VaultAct.REFUSED, whom(voice), why.key(), now());
        }
        return answer;
    }

    private Identity opened(TenantId tenant, ReporterTable.Sealed sealed) {
        var dataKey = keys.unwrap(sealed.key(), about(tenant, sealed.id()));
        return JSON.readValue(Sealing.open(sealed.cipher(), dataKey, sealed.bytes(), about(tenant, sealed.id())), Identity.class);
    }

    private byte[] phoneIndex(TenantId tenant, String phone) {
        return keys.keyedHash("phone", (tenant.value() + "/" + Masking.digits(phone)).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] about(TenantId tenant, ReporterId id) {
        return ("reporter/" + tenant.value() + "/" + id.value()).getBytes(StandardCharsets.UTF_8);
    }

    private static Whom whom(Voice voice) {
        return new Whom(voice.reporter(), voice.matter(), voice.no());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
